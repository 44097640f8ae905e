package forms

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"collab/assess/asking"
)

//go:embed google.js
var googleScript string

// googlePage is a page of a Google form: what its script makes one of.
type googlePage struct {
	Title string       `json:"title"`
	Text  string       `json:"text"`
	Items []googleItem `json:"items"`
	// SkipTo is the place of the page that is shown in place of this one to whom no
	// answer sent here; 0 for none. Who left the question before it open is asked no facts.
	SkipTo int `json:"skipTo"`
}

type googleItem struct {
	Kind    string         `json:"kind"` // one, many or text
	Title   string         `json:"title"`
	Help    string         `json:"help"`
	Choices []googleChoice `json:"choices,omitempty"`
	Most    int            `json:"most,omitempty"` // that may be ticked; 0 for all
}

type googleChoice struct {
	Text string `json:"text"`
	GoTo int    `json:"goTo,omitempty"` // the place of a page; 0 for the next
}

// Google writes an Apps Script that makes the form: whoever owns it runs it once. Facts
// stand on pages of their own, to which only those are sent who consider the form.
func Google(w io.Writer, f asking.Form) error {
	form := struct {
		Title  string       `json:"title"`
		Text   string       `json:"text"`
		Pages  []googlePage `json:"pages"`
		Thanks string       `json:"thanks"`
	}{f.Title, joined(f.Opening()), googlePages(f.Sections), f.Words.Thanks}
	data, err := json.MarshalIndent(form, "", " ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w, strings.Replace(googleScript, "FORM_GOES_HERE", string(data), 1))
	return err
}

// googlePages are the pages of the sections. The first has the place 0, and behind
// the last one is a page to send people to.
func googlePages(sections []asking.Section) []googlePage {
	var pages []googlePage
	for _, s := range sections {
		page := googlePage{Title: s.Title, Text: joined(s.Intro)}
		var when asking.When
		for at, it := range s.Items {
			if it.When.Item != when.Item {
				pages = append(pages, page)
				when = it.When
				page = googlePage{Title: it.Title}
				if when.Item != "" {
					page.SkipTo = len(pages) + 1
				}
			}
			page.Items = append(page.Items, googleItemOf(it, sending(s.Items[at+1:], it), len(pages)))
		}
		pages = append(pages, page)
	}
	return pages
}

// sending is the condition that an item decides for the one right behind it.
func sending(next []*asking.Item, it *asking.Item) asking.When {
	if len(next) > 0 && next[0].When.Item == it.ID {
		return next[0].When
	}
	return asking.When{}
}

// googleItemOf is an item on a page at a place.
func googleItemOf(it *asking.Item, sends asking.When, page int) googleItem {
	g := googleItem{Kind: "one", Title: it.Prompts[0], Help: it.Help}
	switch {
	case it.Kind == asking.Text:
		g.Kind = "text"
	case it.Kind == asking.Ticks:
		g.Kind = "many"
		if it.Most < len(it.Options) {
			g.Most = it.Most
		}
	}
	for _, o := range it.Options {
		choice := googleChoice{Text: o.Text()}
		switch {
		case sends.Item == "":
		case sends.Of(o):
			choice.GoTo = page + 1
		default:
			choice.GoTo = page + 2
		}
		g.Choices = append(g.Choices, choice)
	}
	return g
}
