package room

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"sync"
)

// boardPath is that of the page for the projector.
const boardPath = "/board"

// An Invitation is what a room reads before it joins.
type Invitation struct {
	Association string
	Language    string // of the rubric, as in BCP 47
	Address     string // that phones open
	Wifi        Wifi
}

// Slides are what the projector shows after the end of a round: sections of a page, and
// how they look.
type Slides struct {
	HTML, Style []byte
	Count       int
}

// A board is what the projector shows.
type board struct {
	invitation Invitation
	slides     Slides
	at         int // the slide that is shown
	turned     int // how often that was changed in the terminal
}

// Invite tells the projector how to join.
func (r *Room) Invite(i Invitation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.board.invitation = i
}

// Show gives the projector what to show after the end of a round.
func (r *Room) Show(s Slides) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.board.slides, r.board.at = s, 0
	r.board.turned++
}

// Turn has the projector show a slide further on, or back.
func (r *Room) Turn(by int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	b := &r.board
	b.at = min(max(b.at+by, 0), max(b.slides.Count-1, 0))
	b.turned++
}

//go:embed board/*
var boardFiles embed.FS

// boardPage is parsed when it is first shown.
var boardPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(boardFiles, "board/board.html"))
})

// answerBoard shows the projector's page, on this computer alone.
func (r *Room) answerBoard(w http.ResponseWriter, req *http.Request, at ends, rest string) error {
	if !at.local.Addr().IsLoopback() || !at.remote.Addr().IsLoopback() {
		return refusal{http.StatusForbidden, onlyThisPC}
	}
	if err := only(w, req, http.MethodGet); err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", boardPolicy)
	switch rest {
	case "", "/":
		return r.sendBoard(w)
	case "/state":
		sendJSON(w, http.StatusOK, r.boardState())
		return nil
	case "/board.js":
		return sendFile(w, "board/board.js", "text/javascript; charset=utf-8")
	case "/board.css":
		return sendFile(w, "board/board.css", "text/css; charset=utf-8")
	case "/slides.css":
		r.mu.Lock()
		style := r.board.slides.Style
		r.mu.Unlock()
		send(w, http.StatusOK, "text/css; charset=utf-8", style)
		return nil
	}
	return refusal{http.StatusNotFound, notHere}
}

const boardPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func sendFile(w http.ResponseWriter, name, kind string) error {
	text, err := boardFiles.ReadFile(name)
	if err != nil {
		panic(err) // embedded
	}
	send(w, http.StatusOK, kind, text)
	return nil
}

// A boardState is what the projector's page asks for every second: never an answer.
type boardState struct {
	Phase Phase `json:"phase"`
	Counts
	Version string `json:"version"` // of what is shown; another one is loaded
	Slide   int    `json:"slide"`
	Turned  int    `json:"turned"`
}

func (r *Room) boardState() boardState {
	counts := r.Counts()
	r.mu.Lock()
	defer r.mu.Unlock()
	b := r.board
	return boardState{r.phase, counts, digest("board", string(r.phase), b.invitation.Address, b.invitation.Wifi.text(), string(b.slides.HTML))[:10], b.at, b.turned}
}

// A boardView is what the template asks for.
type boardView struct {
	boardState
	Invitation
	Words  boardWords
	Open   bool
	Shown  string // the address as it is typed
	Code   picture
	Join   picture // joins the network; without a path where there is no code
	Slides template.HTML
}

// A picture is a code to scan.
type picture struct {
	Side int
	Path string
	Told string
}

func pictureOf(text, told string) picture {
	c := NewCode(text)
	if c == nil {
		return picture{}
	}
	side, path := c.SVG()
	return picture{side, path, told}
}

func (r *Room) sendBoard(w http.ResponseWriter) error {
	v := boardView{boardState: r.boardState()}
	r.mu.Lock()
	v.Invitation, v.Slides = r.board.invitation, template.HTML(r.board.slides.HTML)
	r.mu.Unlock()
	v.Open = v.Phase.Open()
	v.Words = wordsOfBoard(v.Phase, v.Wifi)
	v.Shown = bareAddress(v.Address)
	v.Code = pictureOf(v.Address, v.Words.AddressCode)
	if v.Wifi.Code {
		v.Join = pictureOf(v.Wifi.text(), v.Words.WifiCode)
	}
	var b bytes.Buffer
	if err := boardPage().Execute(&b, v); err != nil {
		return err
	}
	send(w, http.StatusOK, "text/html; charset=utf-8", b.Bytes())
	return nil
}
