package strict

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// ToUTF8 gives a text as it is saved by editors, in UTF-8 or UTF-16 and with a byte
// order mark or without, as UTF-8 without one. UTF-16 without a mark is told by a
// zero byte beside the first character, which is of ASCII in every file of ours.
// UTF-16 that is broken is left as it is, which no reader takes for text.
func ToUTF8(text []byte) []byte {
	const mark = '\ufeff'
	order := byteOrder(text)
	if order == nil {
		return bytes.TrimPrefix(text, []byte(string(mark)))
	}
	if len(text)%2 != 0 {
		return text
	}
	out := make([]byte, 0, len(text)/2)
	for at := 0; at < len(text); at += 2 {
		r := rune(order.Uint16(text[at:]))
		if utf16.IsSurrogate(r) {
			if at += 2; at == len(text) {
				return text
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(text[at:]))); r == utf8.RuneError {
				return text
			}
		}
		if r != mark || at > 0 {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// byteOrder is that of a text in UTF-16, nil of any other.
func byteOrder(text []byte) binary.ByteOrder {
	switch {
	case len(text) < 2:
		return nil
	case text[0] == 0xff && text[1] == 0xfe, text[0] != 0 && text[1] == 0:
		return binary.LittleEndian
	case text[0] == 0xfe && text[1] == 0xff, text[0] == 0 && text[1] != 0:
		return binary.BigEndian
	}
	return nil
}
