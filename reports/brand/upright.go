package brand

import (
	"bytes"
	"encoding/binary"
	"image"
)

// A camera writes a picture as it was held, and beside it how to turn it: the
// orientation of Exif (2.3, tag 0x0112), 1 to 8, where 1 is upright.
const orientationTag = 0x0112

// orientation is that of a JPEG or a PNG; 1 where it says none.
func orientation(text []byte) int {
	exif := exifOfJPEG(text)
	if bytes.HasPrefix(text, []byte(pngMark)) {
		exif = exifOfPNG(text)
	}
	if o := orientationIn(exif); o >= 1 && o <= 8 {
		return o
	}
	return 1
}

// exifOfJPEG is what stands in the segment for it, nil where there is none.
func exifOfJPEG(text []byte) []byte {
	const app1, scan = 0xe1, 0xda
	for at := 2; at+4 <= len(text) && text[at] == 0xff && text[at+1] != scan; {
		size := int(binary.BigEndian.Uint16(text[at+2:]))
		end := at + 2 + size
		if size < 2 || end > len(text) {
			return nil
		}
		if exif, is := bytes.CutPrefix(text[at+4:end], []byte("Exif\x00\x00")); is && text[at+1] == app1 {
			return exif
		}
		at = end
	}
	return nil
}

// exifOfPNG is what stands in the chunk for it, nil where there is none.
func exifOfPNG(text []byte) []byte {
	for at := len(pngMark); at+8 <= len(text); {
		size := uint64(binary.BigEndian.Uint32(text[at:]))
		if size+12 > uint64(len(text)-at) {
			return nil
		}
		end := at + 8 + int(size)
		if string(text[at+4:at+8]) == "eXIf" {
			return text[at+8 : end]
		}
		at = end + 4 // the sum of the chunk
	}
	return nil
}

// orientationIn reads the first directory of Exif; 0 where it says no orientation.
func orientationIn(exif []byte) int {
	if len(exif) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if exif[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return 0
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < 12 {
			return 0
		}
		if order.Uint16(entries) == orientationTag {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[12:]
	}
	return 0
}

// upright is a picture turned by its orientation.
func upright(m image.Image, orientation int) image.Image {
	from := m.Bounds()
	w, h := from.Dx(), from.Dy()
	to := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		to = image.Rect(0, 0, h, w)
	}
	turned := image.NewNRGBA(to)
	for y := range to.Dy() {
		for x := range to.Dx() {
			fromX, fromY := held(x, y, w, h, orientation)
			turned.Set(x, y, m.At(from.Min.X+fromX, from.Min.Y+fromY))
		}
	}
	return turned
}

// held is where a pixel of the upright picture stands in one of so many pixels as it
// was held.
func held(x, y, w, h, orientation int) (heldX, heldY int) {
	right, bottom := w-1, h-1
	switch orientation {
	case 2:
		return right - x, y
	case 3:
		return right - x, bottom - y
	case 4:
		return x, bottom - y
	case 5:
		return y, x
	case 6:
		return y, bottom - x
	case 7:
		return right - y, bottom - x
	case 8:
		return right - y, x
	}
	return x, y
}
