package tagpdf

import (
	"bytes"
	stdzlib "compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"

	"apr/internal/lazyregexp"
)

// file is a PDF file taken apart: object bodies by number, objects[0] unused.
type file struct {
	objects [][]byte
	root    int // the catalog
	info    int // the information dictionary
}

// add appends an object that is filled in later and returns its number.
func (f *file) add() int {
	f.objects = append(f.objects, nil)
	return len(f.objects) - 1
}

var (
	trailerRefs = lazyregexp.Lazy(`/Root (\d+) 0 R\s*/Info (\d+) 0 R`)
	reference   = lazyregexp.Lazy(`(\d+) 0 R`)
	kids        = lazyregexp.Lazy(`/Kids \[([^\]]*)\]`)
)

// split takes a file of fpdf's apart. fpdf writes one revision with a classic
// cross-reference table and no object streams, so the objects can be cut at
// their offsets without a parser.
func split(in []byte) (*file, error) {
	end := bytes.LastIndex(in, []byte("startxref\n"))
	if end < 0 {
		return nil, errors.New("no startxref")
	}
	table, err := leadingInt(in[end+len("startxref\n"):])
	if err != nil || table > end {
		return nil, fmt.Errorf("startxref points nowhere (%d)", table)
	}
	offsets, err := readXref(in[table:end])
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([][]byte, len(offsets))}
	order := make([]int, 0, len(offsets))
	for n := 1; n < len(offsets); n++ {
		order = append(order, n)
	}
	slices.SortFunc(order, func(a, b int) int { return offsets[a] - offsets[b] })
	for i, n := range order {
		stop := table
		if i+1 < len(order) {
			stop = offsets[order[i+1]]
		}
		if f.objects[n], err = objectBody(in, n, offsets[n], stop); err != nil {
			return nil, err
		}
	}
	m := trailerRefs().FindSubmatch(in[table:end])
	if m == nil {
		return nil, errors.New("no /Root and /Info in the trailer")
	}
	f.root, _ = strconv.Atoi(string(m[1]))
	f.info, _ = strconv.Atoi(string(m[2]))
	if f.root >= len(offsets) || f.info >= len(offsets) {
		return nil, errors.New("the trailer refers to objects that aren't there")
	}
	return f, nil
}

func leadingInt(b []byte) (int, error) {
	i := 0
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	return strconv.Atoi(string(b[:i]))
}

// readXref is the offset of each object, by number.
func readXref(b []byte) ([]int, error) {
	rest, ok := bytes.CutPrefix(b, []byte("xref\n0 "))
	if !ok {
		return nil, errors.New("no cross-reference table that starts at object 0")
	}
	n, err := leadingInt(rest)
	if err != nil {
		return nil, fmt.Errorf("cross-reference table: %w", err)
	}
	_, rest, _ = bytes.Cut(rest, []byte("\n"))
	const entry = 20
	if n < 1 || len(rest) < n*entry {
		return nil, errors.New("the cross-reference table is cut short")
	}
	offsets := make([]int, n)
	for i := 1; i < n; i++ {
		if offsets[i], err = strconv.Atoi(string(rest[entry*i : entry*i+10])); err != nil {
			return nil, fmt.Errorf("cross-reference table: %w", err)
		}
	}
	return offsets, nil
}

// objectBody is what is between "n 0 obj" and "endobj".
func objectBody(in []byte, n, start, stop int) ([]byte, error) {
	if start < 0 || start > stop || stop > len(in) {
		return nil, fmt.Errorf("object %d is outside the file", n)
	}
	body, ok := bytes.CutPrefix(in[start:stop], []byte(strconv.Itoa(n)+" 0 obj\n"))
	if !ok {
		return nil, fmt.Errorf("object %d is not at its offset", n)
	}
	body, ok = bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj"))
	if !ok {
		return nil, fmt.Errorf("object %d has no end", n)
	}
	return bytes.TrimRight(body, "\n"), nil
}

// firstPage is the first page's object number; fpdf keeps 1 for the page tree
// and 2 for the resources.
const (
	pageTree  = 1
	resources = 2
	firstPage = 3
)

// pageObjects are the numbers of the page objects in order.
func (f *file) pageObjects() ([]int, error) {
	m := kids().FindSubmatch(f.objects[pageTree])
	if m == nil {
		return nil, errors.New("no /Kids in the page tree")
	}
	var pages []int
	for _, r := range reference().FindAllSubmatch(m[1], -1) {
		n, err := strconv.Atoi(string(r[1]))
		if err != nil || n >= len(f.objects) {
			return nil, fmt.Errorf("page object %s is missing", r[1])
		}
		pages = append(pages, n)
	}
	return pages, nil
}

// replace puts something in the place of the one occurrence of old in object n.
func (f *file) replace(n int, old, with string) error {
	if c := bytes.Count(f.objects[n], []byte(old)); c != 1 {
		return fmt.Errorf("object %d has %q %d times", n, old, c)
	}
	f.objects[n] = bytes.Replace(f.objects[n], []byte(old), []byte(with), 1)
	return nil
}

// packed is how many objects go into one object stream.
const packed = 200

// pack is an object stream with the objects that are in it.
type pack struct {
	numbers []int
	stream  []byte
}

// pack puts the objects from a number on, up to another, into object streams
// (ISO 32000-1, 7.5.7), which halve a tagged file. Streams can't be in them.
func (f *file) pack(from, to int) []pack {
	var small []int
	for n := from; n < to; n++ {
		if f.objects[n] != nil && !isStream(f.objects[n]) {
			small = append(small, n)
		}
	}
	parts := slices.Collect(slices.Chunk(small, packed))
	packs := make([]pack, len(parts))
	each(len(parts), func(i int) { packs[i] = pack{parts[i], f.objectStream(parts[i])} })
	return packs
}

func isStream(object []byte) bool { return bytes.HasSuffix(object, []byte("endstream")) }

// bytes is the file put together: PDF 1.7 with its streams, object streams, and
// a cross-reference stream.
func (f *file) bytes(packs []pack) []byte {
	size := 4096
	for _, o := range f.objects {
		if isStream(o) {
			size += len(o) + 64
		}
	}
	for _, p := range packs {
		size += len(p.stream) + 8*len(p.numbers)
	}
	b := bytes.NewBuffer(make([]byte, 0, size))
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]place, len(f.objects), len(f.objects)+len(packs)+1)
	for n := 1; n < len(f.objects); n++ {
		if isStream(f.objects[n]) {
			places[n] = place{1, b.Len(), 0}
			writeObject(b, n, f.objects[n])
		}
	}
	for _, p := range packs {
		stream := len(places)
		for k, n := range p.numbers {
			places[n] = place{2, stream, k}
		}
		places = append(places, place{1, b.Len(), 0})
		writeObject(b, stream, p.stream)
	}
	f.writeXref(b, places)
	return b.Bytes()
}

// each calls do for 0 to n-1 on all processors. What do writes doesn't depend
// on the order.
func each(n int, do func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// place is an object's entry in a cross-reference stream: kind 1 at an offset,
// kind 2 at an index within an object stream, and nothing for one that is free.
type place struct{ kind, at, index int }

func writeObject(b *bytes.Buffer, n int, body []byte) {
	b.WriteString(strconv.Itoa(n))
	b.WriteString(" 0 obj\n")
	b.Write(body)
	b.WriteString("\nendobj\n")
}

func (f *file) objectStream(numbers []int) []byte {
	size := 0
	for _, n := range numbers {
		size += len(f.objects[n]) + 1
	}
	b, at := make([]byte, 0, 16*len(numbers)+size), 0
	for _, n := range numbers {
		b = append(strconv.AppendInt(b, int64(n), 10), ' ')
		b = append(strconv.AppendInt(b, int64(at), 10), ' ')
		at += len(f.objects[n]) + 1
	}
	first := len(b)
	for _, n := range numbers {
		b = append(append(b, f.objects[n]...), '\n')
	}
	return stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(numbers), first), b)
}

func (f *file) writeXref(b *bytes.Buffer, places []place) {
	at, number := b.Len(), len(places)
	places = append(places, place{1, at, 0})
	sum := sha256.Sum256(b.Bytes())
	id := hex.EncodeToString(sum[:16])
	free := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF} // and no object after it
	table := make([]byte, 0, len(free)*len(places))
	for _, p := range places {
		if p == (place{}) {
			table = append(table, free...)
			continue
		}
		table = append(table, byte(p.kind), byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), byte(p.index>>8), byte(p.index))
	}
	writeObject(b, number, stream(fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]",
		len(places), f.root, f.info, id, id), table))
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", at)
}

// level makes files a tenth larger than the default level and takes a third of
// its time.
const level = zlib.BestSpeed

// A deflater compresses one stream after the other.
type deflater interface {
	io.WriteCloser
	Reset(io.Writer)
}

// deflaters are used again, because each takes half a megabyte or more; a sync.Pool
// would be emptied several times while a report is written.
type deflaters struct {
	kept chan deflater
	make func(io.Writer, int) (deflater, error)
}

var (
	anyDeflaters = deflaters{make(chan deflater, 4), func(w io.Writer, level int) (deflater, error) { return zlib.NewWriterLevel(w, level) }}
	// fontDeflaters are those of fpdf, which are slower.
	fontDeflaters = deflaters{make(chan deflater, 1), func(w io.Writer, level int) (deflater, error) { return stdzlib.NewWriterLevel(w, level) }}
)

func (d *deflaters) take() deflater {
	select {
	case zw := <-d.kept:
		return zw
	default:
	}
	zw, err := d.make(nil, level)
	if err != nil {
		panic(err) // the level is a constant
	}
	return zw
}

// pack compresses data.
func (d *deflaters) pack(data []byte) []byte {
	zw := d.take()
	var z bytes.Buffer
	z.Grow(len(data)/3 + 64)
	zw.Reset(&z)
	_, _ = zw.Write(data) // a buffer takes everything
	_ = zw.Close()
	select {
	case d.kept <- zw:
	default: // there are enough
	}
	return z.Bytes()
}

// stream is a compressed stream object with more entries in its dictionary.
func stream(entries string, data []byte) []byte {
	z := anyDeflaters.pack(data)
	return streamObject(z, "%s /Filter /FlateDecode /Length %d", entries, len(z))
}

// fontStream is one that has its length before its other entries, as fpdf writes fonts.
func fontStream(entries string, data []byte) []byte {
	z := fontDeflaters.pack(data)
	return streamObject(z, "/Length %d%s", len(z), entries)
}

func streamObject(z []byte, dictionary string, entries ...any) []byte {
	b := make([]byte, 0, len(z)+128)
	b = fmt.Appendf(append(b, "<<"...), dictionary, entries...)
	b = append(append(b, ">>\nstream\n"...), z...)
	return append(b, "\nendstream"...)
}
