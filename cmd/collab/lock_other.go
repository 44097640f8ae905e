//go:build !(linux || darwin || dragonfly || freebsd || netbsd || openbsd || windows)

package main

// Folders cannot be locked here: two programs that write into one at
// the same moment each write their files whole, and the later ones stay.
func lockFolder(string) (unlock func(), ok bool)    { return func() {}, false }
func shareFolder(string) (unlock func(), ok bool)   { return func() {}, false }
func tryLockFolder(string) (unlock func(), ok bool) { return func() {}, false }
func lockAlone(string) (unlock func(), held bool)   { return func() {}, false }
