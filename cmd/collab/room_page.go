package main

import (
	"collab/assess/asking"
	"collab/assess/phone"
)

// phonePage is what a phone shows in a room's round.
func phonePage(round asking.Round, mark string) ([]byte, error) {
	d, err := phone.NewDescription(round, phone.Options{Served: true, Round: mark})
	if err != nil {
		return nil, err
	}
	return d.Page(), nil
}
