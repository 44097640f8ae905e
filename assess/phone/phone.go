// Package phone is a way to answer: a page that people open on their own phones. It asks
// one question a screen, keeps every answer on the phone at once, and needs no connection.
//
// The page is one file that asks for nothing but what it came with. [NewDescription] says
// as data what it asks, [Description.Page] puts it together. Either the page is served in
// a room, or it is opened as a file and ends with a code to hand in:
//
//   - Served, it sends what it holds to where it came from. Package room serves it, and
//     says what the two say to each other.
//   - As a file it shows a code of ten or so groups of five characters, which [Decode]
//     reads. Nothing leaves the phone but the code that its owner hands in.
//
// The same description gives the same bytes, and the same answers give the same code, in
// Go and in the browser. A served page says that answers are kept on the laptop only where
// a reply with their seq has come; until then it says that they are kept on the phone. What
// the phone loses the room gives back. When a round is over, the phone keeps no answer that
// has reached the laptop.
//
// # Browsers
//
// The page is written for those of five years ago: Chrome and Edge 96, Firefox 94, Safari
// 15 (iOS 15), Samsung Internet 16. It calls nothing that a page without https lacks, and
// where it can use something newer, such as sharing, it looks first.
package phone
