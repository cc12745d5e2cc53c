package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
)

const pngHead = "\x89PNG\r\n\x1a\n"

// chunkKept are the chunks that make the picture, PNG (third edition) 11: those
// without which it can't be drawn, transparency, and what its colours are.
var chunkKept = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true,
	"cHRM": true, "gAMA": true, "sRGB": true, "sBIT": true,
}

// barePNG copies the chunks that make the picture.
func barePNG(data []byte) ([]byte, error) {
	out := append(make([]byte, 0, len(data)), pngHead...)
	for at := len(pngHead); ; {
		kind, content, next := chunk(data, at)
		switch {
		case next == 0:
			return nil, errCutOff
		case chunkKept[kind]:
			out = append(out, data[at:next]...)
		case kind == "iCCP":
			if profile := pngProfile(content); profile != nil {
				out = appendChunk(out, "iCCP", packed(profile))
			}
		}
		if kind == "IEND" {
			return out, nil
		}
		at = next
	}
}

// chunk is the chunk at a place, and the place of the next; 0 where there is none.
func chunk(data []byte, at int) (kind string, content []byte, next int) {
	const around = 12 // length, kind and checksum
	if at > len(data)-around {
		return "", nil, 0
	}
	length := uint64(binary.BigEndian.Uint32(data[at:]))
	if length > uint64(len(data)-around-at) {
		return "", nil, 0
	}
	end := at + 8 + int(length)
	return string(data[at+4 : at+8]), data[at+8 : end], end + 4
}

func appendChunk(out []byte, kind string, content []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(content)))
	start := len(out)
	out = append(append(out, kind...), content...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// pngProfile is the colour profile in an iCCP chunk, nil where it can't be read
// or says more than colours.
func pngProfile(content []byte) []byte {
	_, rest, ok := bytes.Cut(content, []byte{0})
	if !ok || len(rest) < 1 || rest[0] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(rest[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(z, maxProfile+1))
	if err != nil || !plainProfile(profile) {
		return nil
	}
	return profile
}

// packed is an iCCP chunk's content. The profile's name is ours: a file's own is
// a text like any other.
func packed(profile []byte) []byte {
	b := bytes.NewBufferString("ICC profile\x00\x00")
	z := zlib.NewWriter(b)
	_, _ = z.Write(profile) // into memory: no error comes of it
	_ = z.Close()
	return b.Bytes()
}

// pngProfileOf is the colour profile of a bare file, nil for none.
func pngProfileOf(bare []byte) []byte {
	for at := len(pngHead); ; {
		kind, content, next := chunk(bare, at)
		if next == 0 || kind == "IDAT" {
			return nil
		}
		if kind == "iCCP" {
			return pngProfile(content)
		}
		at = next
	}
}

// withPNGProfile puts a colour profile after a file's header.
func withPNGProfile(data, profile []byte) []byte {
	if profile == nil {
		return data
	}
	_, _, next := chunk(data, len(pngHead))
	out := appendChunk(bytes.Clone(data[:next]), "iCCP", packed(profile))
	return append(out, data[next:]...)
}
