// Package packedtest packs large texts that repeat themselves, for tests, without
// compressing all of them.
package packedtest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"testing"
)

// A Text is compressed with Deflate. Size is the number of bytes that it unpacks
// to; a test may change it to have a file lie.
type Text struct {
	Packed []byte
	CRC    uint32
	Size   uint64
}

// Repeat compresses a text that begins, goes on with size bytes of a pattern over
// and over, and ends. It compresses some megabytes of the pattern, once: what that
// gives ends at a whole byte and refers to nothing before it, so that it may be
// repeated.
func Repeat(tb testing.TB, begin, pattern string, size int64, end string) Text {
	tb.Helper()
	var d Text
	add := func(text, packed []byte) {
		d.Packed = append(d.Packed, packed...)
		d.CRC = crc32.Update(d.CRC, crc32.IEEETable, text)
		d.Size += uint64(len(text))
	}
	rest := begin
	if size > 0 {
		piece := bytes.Repeat([]byte(pattern), (4<<20)/len(pattern)+1)
		n := int64(len(piece))
		if n <= size {
			add([]byte(begin), compress(tb, []byte(begin), false))
			for packed := compress(tb, piece, false); n <= size; size -= n {
				add(piece, packed)
			}
			rest = ""
		}
		rest += string(piece[:size])
	}
	last := []byte(rest + end)
	add(last, compress(tb, last, true))
	return d
}

func compress(tb testing.TB, text []byte, last bool) []byte {
	tb.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil && last {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	if err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// Add adds the text to a zip file, as a member whose sizes are behind it, too.
func (d Text) Add(tb testing.TB, z *zip.Writer, name string) {
	tb.Helper()
	const sizesBehind = 0x8
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Flags: sizesBehind, CRC32: d.CRC,
		CompressedSize64: uint64(len(d.Packed)), UncompressedSize64: d.Size,
	})
	if err == nil {
		_, err = w.Write(d.Packed)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

// Zip is the text as the one member of a zip file.
func (d Text) Zip(tb testing.TB, name string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	d.Add(tb, z, name)
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// Gzip is the text as a gzip file.
func (d Text) Gzip() []byte {
	header := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255}
	file := append(header, d.Packed...)
	file = binary.LittleEndian.AppendUint32(file, d.CRC)
	return binary.LittleEndian.AppendUint32(file, uint32(d.Size)) // the length modulo 2³²
}
