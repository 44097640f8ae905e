package sheet

import (
	"bytes"
	"embed"
	"fmt"
	"text/template"
	"text/template/parse"
)

//go:embed templates/*.tmpl
var templateFiles embed.FS

// prose is text that is fit for its format as it stands: the program's own words, with
// everything else made safe.
type prose string

// parsed is a template in which nothing reaches the page unescaped: as
// html/template does for HTML, every action ends in the format's own escaper.
// Prose passes it as it is. The template is parsed when it is needed.
func parsed(name string, escape func(string) prose, more template.FuncMap) (*template.Template, error) {
	const escaper = "_escape"
	funcs := template.FuncMap{escaper: func(v any) prose {
		if p, ok := v.(prose); ok {
			return p
		}
		return escape(fmt.Sprint(v))
	}}
	t, err := template.New(name).Funcs(funcs).Funcs(more).ParseFS(templateFiles, "templates/"+name)
	if err != nil {
		return nil, err
	}
	for _, defined := range t.Templates() {
		escapeActions(defined.Tree, defined.Root, escaper)
	}
	return t, nil
}

// escapeActions ends every action below a node in a call of the escaper.
func escapeActions(tree *parse.Tree, node parse.Node, escaper string) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			escapeActions(tree, child, escaper)
		}
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return
		}
		call := parse.NewIdentifier(escaper).SetTree(tree).SetPos(n.Pos)
		n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{call}})
	case *parse.IfNode:
		escapeBranches(tree, &n.BranchNode, escaper)
	case *parse.RangeNode:
		escapeBranches(tree, &n.BranchNode, escaper)
	case *parse.WithNode:
		escapeBranches(tree, &n.BranchNode, escaper)
	}
}

func escapeBranches(tree *parse.Tree, b *parse.BranchNode, escaper string) {
	escapeActions(tree, b.List, escaper)
	escapeActions(tree, b.ElseList, escaper)
}

// tidied has one empty line between parts, however many a template leaves, no
// blanks before a line's end, and one line end at the end.
func tidied(page []byte) []byte {
	out := make([]byte, 0, len(page))
	empty := 0
	for line := range bytes.Lines(page) {
		line = bytes.TrimRight(line, " \t\r\n")
		if empty++; len(line) > 0 {
			empty = 0
		}
		if empty < 2 {
			out = append(append(out, line...), '\n')
		}
	}
	return append(bytes.TrimRight(out, "\n"), '\n')
}
