package room

import (
	"context"
	"encoding/json"
	"errors"
	"html"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Limits of what the room takes. People's phones stay far below them.
const (
	mostBytes    = 64 << 10 // of one person's answers
	headerBytes  = 8 << 10
	headerTime   = 5 * time.Second
	requestTime  = 15 * time.Second
	idleTime     = 60 * time.Second
	mostConns    = 3000 // of everybody; a program may have 4096 files open
	mostConnsOne = 1024 // of one address: behind a router all phones may have the same
)

// Server serves the room until it is shut down. It takes what comes in through the
// listeners that are given to its Serve; see [Limited].
func (r *Room) Server() *http.Server {
	return &http.Server{
		Handler:           r,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       requestTime,
		WriteTimeout:      requestTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          log.New(io.Discard, "", 0), // it would name phones
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			return context.WithValue(ctx, connKey{}, ends{addrOf(c.LocalAddr()), addrOf(c.RemoteAddr())})
		},
	}
}

// Ends are the addresses of a connection.
type ends struct{ local, remote netip.AddrPort }

type connKey struct{}

func addrOf(a net.Addr) netip.AddrPort {
	t, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.AddrPort{}
	}
	at := t.AddrPort()
	return netip.AddrPortFrom(at.Addr().Unmap(), at.Port())
}

// A refusal is a request that is not carried out.
type refusal struct {
	status int
	why    string
}

func (r refusal) Error() string { return r.why }

// ServeHTTP answers a request: of a phone under the room's path, of the projector under
// /board. Every refusal is one sentence, and changes nothing.
func (r *Room) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	secure(w.Header())
	if err := r.answer(w, req); err != nil {
		refuse(w, req, err)
	}
}

func (r *Room) answer(w http.ResponseWriter, req *http.Request) error {
	at, _ := req.Context().Value(connKey{}).(ends)
	if err := ownHost(req, at); err != nil {
		return err
	}
	path := req.URL.EscapedPath()
	if path == boardPath || strings.HasPrefix(path, boardPath+"/") {
		return r.answerBoard(w, req, at, strings.TrimPrefix(path, boardPath))
	}
	rest, under := strings.CutPrefix(path, "/"+r.path)
	switch {
	case under && rest == "/":
		return r.sendPage(w, req)
	case under && rest == "/state":
		return r.sendState(w, req)
	case under && rest == "/answers":
		return r.takeAnswers(w, req)
	case Typed(strings.Trim(path, "/")) == r.path:
		w.Header().Set("Location", "/"+r.path+"/")
		w.WriteHeader(http.StatusFound)
		return nil
	}
	return refusal{http.StatusNotFound, notHere}
}

// ownHost refuses a name that is not the room's own address: a web page elsewhere may
// have a name that leads here (DNS rebinding).
func ownHost(req *http.Request, at ends) error {
	host := req.Host
	if !strings.Contains(host, ":") || strings.HasSuffix(host, "]") {
		host += ":80" // browsers leave it out
	}
	name, port, err := net.SplitHostPort(host)
	own := err == nil && port == portOf(at.local)
	addr, numeric := netip.ParseAddr(name)
	switch {
	case own && numeric == nil && addr.Unmap() == at.local.Addr():
	case own && at.local.Addr().IsLoopback() && (strings.EqualFold(name, "localhost") || numeric == nil && addr.IsLoopback()):
	default:
		return refusal{http.StatusMisdirectedRequest, otherHost}
	}
	return nil
}

func portOf(at netip.AddrPort) string {
	_, port, _ := net.SplitHostPort(at.String())
	return port
}

// ownOrigin refuses what another web page has a browser send. What no browser sends has
// neither header.
func ownOrigin(req *http.Request) error {
	origin, site := req.Header.Get("Origin"), req.Header.Get("Sec-Fetch-Site")
	if origin != "" && !strings.EqualFold(origin, "http://"+req.Host) || site != "" && site != "same-origin" {
		return refusal{http.StatusForbidden, otherOrigin}
	}
	return nil
}

// only refuses other methods.
func only(w http.ResponseWriter, req *http.Request, method string) error {
	if req.Method == method || method == http.MethodGet && req.Method == http.MethodHead {
		return nil
	}
	w.Header().Set("Allow", method)
	return refusal{http.StatusMethodNotAllowed, otherMethod}
}

func (r *Room) sendPage(w http.ResponseWriter, req *http.Request) error {
	if err := only(w, req, http.MethodGet); err != nil {
		return err
	}
	r.mu.Lock()
	page := r.asks.Page
	r.mu.Unlock()
	w.Header().Set("Content-Security-Policy", pagePolicy)
	w.Header().Set("Cache-Control", "private, no-cache") // a phone that wakes up may show it without a connection
	send(w, http.StatusOK, "text/html; charset=utf-8", page)
	return nil
}

// A where is the room's state as a phone asks for it.
type where struct {
	Phase Phase  `json:"phase"`
	Round string `json:"round"`
}

func (r *Room) where() where {
	r.mu.Lock()
	defer r.mu.Unlock()
	return where{r.phase, r.asks.Mark}
}

func (r *Room) sendState(w http.ResponseWriter, req *http.Request) error {
	if err := only(w, req, http.MethodGet); err != nil {
		return err
	}
	sendJSON(w, http.StatusOK, r.where())
	return nil
}

func (r *Room) takeAnswers(w http.ResponseWriter, req *http.Request) error {
	if err := only(w, req, http.MethodPut); err != nil {
		return err
	}
	if err := ownOrigin(req); err != nil {
		return err
	}
	text, err := body(w, req)
	if err != nil {
		return err
	}
	m, err := readMessage(text)
	if err != nil {
		return err
	}
	r.mu.Lock()
	asks := r.asks
	r.mu.Unlock()
	if m.Round != asks.Mark {
		return errShut
	}
	s, err := asks.state(m)
	if err != nil {
		return err
	}
	held, err := r.put(asks.Mark, s)
	if err != nil {
		return err
	}
	sendJSON(w, http.StatusOK, asks.confirm(s, held))
	return nil
}

// body is what was sent, if it is JSON and not too large.
func body(w http.ResponseWriter, req *http.Request) ([]byte, error) {
	kind, _, _ := strings.Cut(req.Header.Get("Content-Type"), ";")
	if !strings.EqualFold(strings.TrimSpace(kind), "application/json") {
		return nil, refusal{http.StatusUnsupportedMediaType, notJSON}
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, req.Body, mostBytes))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, refusal{http.StatusRequestEntityTooLarge, tooLarge}
	case err != nil:
		return nil, refusal{http.StatusRequestTimeout, readTooShort}
	}
	return text, nil
}

// refuse says why a request is not carried out.
// A browser in which somebody typed an address gets a page to read.
func refuse(w http.ResponseWriter, req *http.Request, err error) {
	status := http.StatusInternalServerError
	var r refusal
	if errors.As(err, &r) {
		status = r.status
	}
	if req.Method == http.MethodGet && strings.Contains(req.Header.Get("Accept"), "text/html") {
		send(w, status, "text/html; charset=utf-8", refusalPage(err.Error()))
		return
	}
	sendJSON(w, status, struct {
		Error string `json:"error"`
	}{err.Error()})
}

func refusalPage(said string) []byte {
	return []byte(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
		"<title>" + refusalTitle + "</title><h1>" + refusalTitle + "</h1><p>" + html.EscapeString(said) + "</p></html>\n")
}

func sendJSON(w http.ResponseWriter, status int, value any) {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // values of ours
	}
	send(w, status, "application/json", text)
}

func send(w http.ResponseWriter, status int, kind string, text []byte) {
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	_, _ = w.Write(text) // who is gone does not read it
}

// pagePolicy lets a phone's page run itself, and talk to the room alone.
const pagePolicy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// secure sets what every reply has: nothing is stored, guessed or told to others, and
// the path, which is a secret, is not handed on.
func secure(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
}
