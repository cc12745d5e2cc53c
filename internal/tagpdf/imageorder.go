package tagpdf

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"apr/internal/lazyregexp"
)

var (
	imageWidth = lazyregexp.Lazy(`/Width (\d+)`)
	// imagePart is an image's reference to its palette or its mask, which is the next object.
	imagePart = lazyregexp.Lazy(`(/ColorSpace \[/Indexed /DeviceRGB \d+ |/SMask )(\d+)( 0 R)`)
)

// block is the object of an image with its palette or mask, if it has one.
type block struct {
	number, width, drawn int
	objects              [][]byte
}

// orderImages puts images of one width in the order in which they are drawn: fpdf sorts
// images by their width alone, and those of one width are in the order of a map. The
// numbers are those of the images' objects in the order in which they are drawn.
func (t *tagger) orderImages(numbers []int) error {
	first := map[int]int{} // where in the order an object is drawn first
	for i, n := range slices.Backward(numbers) {
		first[n] = i
	}
	blocks, err := t.imageBlocks(first)
	if err != nil || len(blocks) < 2 {
		return err
	}
	next := blocks[0].number
	slices.SortFunc(blocks, func(a, b block) int {
		return cmp.Or(cmp.Compare(a.width, b.width), cmp.Compare(a.drawn, b.drawn))
	})
	moved := map[int]int{}
	for _, b := range blocks {
		moved[b.number] = next
		for i, object := range b.objects {
			if i == 0 {
				object = withPart(object, next+1)
			}
			t.file.objects[next] = object
			next++
		}
	}
	for i, n := range numbers {
		numbers[i] = moved[n]
	}
	return nil
}

// imageBlocks are the images in the order of their numbers, without a gap.
func (t *tagger) imageBlocks(drawn map[int]int) ([]block, error) {
	var blocks []block
	for _, n := range slices.Sorted(maps.Keys(drawn)) {
		b := block{number: n, drawn: drawn[n], objects: t.file.objects[n : n+1 : n+1]}
		head, _, _ := bytes.Cut(b.objects[0], []byte("stream\n"))
		width := imageWidth().FindSubmatch(head)
		if width == nil {
			return nil, fmt.Errorf("the image, object %d, has no width", n)
		}
		b.width, _ = strconv.Atoi(string(width[1]))
		if part := imagePart().FindSubmatch(head); part != nil {
			if string(part[2]) != strconv.Itoa(n+1) || n+2 > len(t.file.objects) {
				return nil, fmt.Errorf("the image, object %d, isn't followed by its palette or mask", n)
			}
			b.objects = t.file.objects[n : n+2 : n+2]
		}
		if last := len(blocks) - 1; last >= 0 && blocks[last].number+len(blocks[last].objects) != n {
			return nil, fmt.Errorf("the image, object %d, doesn't follow the one before it", n)
		}
		b.objects = slices.Clone(b.objects) // others will be put there
		blocks = append(blocks, b)
	}
	return blocks, nil
}

// withPart is an image whose palette or mask is the object with a number.
func withPart(object []byte, number int) []byte {
	head, data, found := bytes.Cut(object, []byte("stream\n"))
	if !found {
		return object
	}
	head = imagePart().ReplaceAll(head, fmt.Appendf(nil, "${1}%d${3}", number))
	return slices.Concat(head, []byte("stream\n"), data)
}
