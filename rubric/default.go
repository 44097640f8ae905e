package rubric

import (
	"embed"
	"fmt"
	"sync"
)

// The default rubric. A version that was released stays in default/ as it is,
// for ever: assessments made with it are read and verified by it.
const (
	defaultID      = "association-collaboration"
	defaultVersion = "1.0.0"
)

//go:embed default/*.yaml
var files embed.FS

// Default is the rubric that is asked where no other is given. It is parsed
// when it is first asked for, and shared: nobody changes it.
func Default() *Rubric { return parsedDefault() }

var parsedDefault = sync.OnceValue(func() *Rubric {
	r, err := Parse(defaultVersion+".yaml", DefaultText())
	if err != nil {
		panic(fmt.Sprintf("the default rubric: %v", err)) // a test reads it
	}
	return r
})

// DefaultText is the file of the default rubric, to copy and to change.
func DefaultText() []byte {
	text, ok := releasedText(defaultID + " " + defaultVersion)
	if !ok {
		panic("the default rubric is not embedded")
	}
	return text
}
