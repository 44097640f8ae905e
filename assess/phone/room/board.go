package room

import "net/http"

const boardPath = "/board"

type board struct{}

func (r *Room) answerBoard(w http.ResponseWriter, req *http.Request, at ends, rest string) error {
	return refusal{http.StatusNotFound, notHere}
}
