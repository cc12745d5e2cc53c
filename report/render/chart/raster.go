package chart

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"sync"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// dotsPerInch is how fine a chart is as pixels: good print for line art of this
// size, and small files.
const dotsPerInch = 192

// raster is a canvas of pixels on white. gonum's own, vgimg, is on a library
// that isn't kept up and whose licence asks for a credit; a chart needs no more
// than polygons and text.
type raster struct {
	memory *memory
	pixels *image.RGBA
	scale  float64 // pixels a point
	height float64 // in pixels
	colour color.RGBA
	drawn  []color.RGBA // the colours used, white first
	width  vg.Length
	dash   []vg.Length
	area   vector.Rasterizer
	faces  map[font.Font]xfont.Face
}

var _ Canvas = (*raster)(nil)

func newRaster(w, h vg.Length) *raster {
	const scale = dotsPerInch / 72.0
	bounds := image.Rect(0, 0, int(math.Ceil(float64(w)*scale)), int(math.Ceil(float64(h)*scale)))
	r := &raster{memory: memories.Get().(*memory), scale: scale, height: float64(bounds.Dy()), drawn: []color.RGBA{paper}, faces: map[font.Font]xfont.Face{}}
	size := bounds.Dx() * bounds.Dy()
	r.memory.pixels = slices.Grow(r.memory.pixels[:0], 4*size)[:4*size]
	r.memory.palette = slices.Grow(r.memory.palette[:0], size)[:size]
	r.pixels = &image.RGBA{Pix: r.memory.pixels, Stride: 4 * bounds.Dx(), Rect: bounds}
	white := r.pixels.Pix
	for n := copy(white, "\xff\xff\xff\xff"); n < len(white); n *= 2 {
		copy(white[n:], white[:n])
	}
	return r
}

// memory is what a picture takes while it is drawn and packed: some three megabytes,
// which the next picture takes over.
type memory struct {
	pixels, palette []byte
	buffer          *png.EncoderBuffer
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// Get and Put are a png.EncoderBufferPool of one.
func (m *memory) Get() *png.EncoderBuffer  { return m.buffer }
func (m *memory) Put(b *png.EncoderBuffer) { m.buffer = b }

// png is the picture as a file. The same drawing gives the same bytes. Nothing can be
// drawn after it. To pack it well takes three times as long, for a fourteenth of a Word
// file's size.
func (r *raster) png() ([]byte, error) {
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: r.memory}).Encode(&out, r.paletted())
	memories.Put(r.memory)
	r.memory, r.pixels = nil, nil
	return out.Bytes(), err
}

// paletted is the picture with a palette, which makes a file a third as large: the
// colours it was drawn in as they are, and of those between them, at the edges of
// shapes, sixteen levels of red, green and blue.
func (r *raster) paletted() image.Image {
	p := &image.Paletted{Pix: r.memory.palette, Stride: r.pixels.Rect.Dx(), Rect: r.pixels.Rect}
	index := map[[3]uint8]uint8{}
	add := func(c [3]uint8) (n uint8, ok bool) {
		if n, ok = index[c]; ok || len(p.Palette) == 256 {
			return n, ok
		}
		n = uint8(len(p.Palette))
		index[c] = n
		p.Palette = append(p.Palette, color.RGBA{c[0], c[1], c[2], 0xff})
		return n, true
	}
	for _, c := range r.drawn {
		add([3]uint8{c.R, c.G, c.B})
	}
	// Most pixels are as the one before, and the others mostly as a few.
	last, n := ^binary.LittleEndian.Uint32(r.pixels.Pix), uint8(0)
	var seen [1 << 10]struct {
		pixel uint32
		n     uint8
		known bool
	}
	for i := range p.Pix {
		pixel := binary.LittleEndian.Uint32(r.pixels.Pix[4*i:])
		if pixel != last {
			last = pixel
			s := &seen[pixel*2654435761>>22] // Knuth's multiplicative hashing
			if !s.known || s.pixel != pixel {
				c := [3]uint8{uint8(pixel), uint8(pixel >> 8), uint8(pixel >> 16)}
				number, ok := index[c]
				if !ok {
					number, ok = add([3]uint8{level(c[0]), level(c[1]), level(c[2])})
				}
				if !ok {
					return r.pixels
				}
				s.pixel, s.n, s.known = pixel, number, true
			}
			n = s.n
		}
		p.Pix[i] = n
	}
	return p
}

// level is the nearest of sixteen.
func level(channel uint8) uint8 { return uint8((int(channel) + 8) / 17 * 17) }

// SetColor sets the colour; charts draw in opaque ones only.
func (r *raster) SetColor(c color.Color) {
	r.colour = color.RGBAModel.Convert(c).(color.RGBA)
	if !slices.Contains(r.drawn, r.colour) {
		r.drawn = append(r.drawn, r.colour)
	}
}

// SetLineWidth sets the width of strokes.
func (r *raster) SetLineWidth(w vg.Length) { r.width = w }

// SetLineDash sets the dashes of strokes; the offset is always 0.
func (r *raster) SetLineDash(pattern []vg.Length, _ vg.Length) { r.dash = pattern }

// dot is a place in pixels, down from the top left corner.
type dot struct{ x, y float64 }

func (r *raster) dot(p vg.Point) dot {
	return dot{float64(p.X) * r.scale, r.height - float64(p.Y)*r.scale}
}

// outlines are the polygons of a path: open ones end where they end.
func (r *raster) outlines(path vg.Path) (polygons [][]dot) {
	for _, c := range path {
		last := len(polygons) - 1
		switch c.Type {
		case vg.MoveComp:
			polygons = append(polygons, []dot{r.dot(c.Pos)})
		case vg.LineComp:
			polygons[last] = append(polygons[last], r.dot(c.Pos))
		case vg.ArcComp:
			polygons = append(polygons, disc(r.dot(c.Pos), float64(c.Radius)*r.scale))
		case vg.CloseComp:
			if last >= 0 {
				polygons[last] = append(polygons[last], polygons[last][0])
			}
		}
	}
	return polygons
}

// disc is a circle as a polygon whose sides can't be seen, back to where it began.
func disc(at dot, radius float64) []dot {
	const sides = 32
	var all []dot
	for i := range sides + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i%sides) / sides)
		all = append(all, dot{at.x + radius*cos, at.y + radius*sin})
	}
	return all
}

// Fill fills a path.
func (r *raster) Fill(path vg.Path) { r.fill(r.outlines(path)) }

// Stroke draws a path's line: a rectangle for each straight part and a disc where
// two meet. All turn the same way round, so that none cancels another.
func (r *raster) Stroke(path vg.Path) {
	half := float64(r.width) * r.scale / 2
	if half <= 0 {
		return
	}
	var areas [][]dot
	for _, line := range r.outlines(path) {
		for _, dash := range r.dashes(line) {
			for i := 1; i < len(dash); i++ {
				a, b := dash[i-1], dash[i]
				length := math.Hypot(b.x-a.x, b.y-a.y)
				if length == 0 {
					continue
				}
				x, y := -(b.y-a.y)/length*half, (b.x-a.x)/length*half
				areas = append(areas, []dot{{a.x - x, a.y - y}, {b.x - x, b.y - y}, {b.x + x, b.y + y}, {a.x + x, a.y + y}})
				if closed := dash[0] == dash[len(dash)-1]; i > 1 || closed {
					areas = append(areas, disc(a, half))
				}
			}
		}
	}
	r.fill(areas)
}

// dashes cut a line into those that are drawn.
func (r *raster) dashes(line []dot) [][]dot {
	if len(r.dash) == 0 {
		return [][]dot{line}
	}
	var all [][]dot
	part, left := 0, float64(r.dash[0])*r.scale
	current := line[:1:1]
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		for length := math.Hypot(b.x-a.x, b.y-a.y); length > left; length = math.Hypot(b.x-a.x, b.y-a.y) {
			a = dot{a.x + (b.x-a.x)*left/length, a.y + (b.y-a.y)*left/length}
			if part%2 == 0 {
				all = append(all, append(current, a))
			}
			current = []dot{a}
			part++
			left = max(float64(r.dash[part%len(r.dash)])*r.scale, 0.5)
		}
		left -= math.Hypot(b.x-a.x, b.y-a.y)
		current = append(current, b)
	}
	if part%2 == 0 {
		all = append(all, current)
	}
	return all
}

// fill fills polygons together, so that where they overlap nothing shows.
func (r *raster) fill(polygons [][]dot) {
	low, high := dot{math.Inf(1), math.Inf(1)}, dot{math.Inf(-1), math.Inf(-1)}
	for _, p := range polygons {
		for _, d := range p {
			low = dot{min(low.x, d.x), min(low.y, d.y)}
			high = dot{max(high.x, d.x), max(high.y, d.y)}
		}
	}
	if !(low.x <= high.x && low.y <= high.y) {
		return
	}
	b := r.pixels.Rect // what is outside isn't drawn
	box := image.Rect(clip(low.x, b.Max.X), clip(low.y, b.Max.Y), clip(high.x, b.Max.X)+1, clip(high.y, b.Max.Y)+1)
	r.area.Reset(box.Dx(), box.Dy())
	at := func(d dot) (x, y float32) {
		return float32(d.x - float64(box.Min.X)), float32(d.y - float64(box.Min.Y))
	}
	for _, p := range polygons {
		r.area.MoveTo(at(p[0]))
		for _, d := range p[1:] {
			r.area.LineTo(at(d))
		}
		r.area.ClosePath()
	}
	r.area.Draw(r.pixels, box, image.NewUniform(r.colour), image.Point{})
}

// clip is the pixel of a coordinate, on the picture.
func clip(v float64, most int) int { return int(min(max(math.Floor(v), 0), float64(most))) }

// FillString writes text.
func (r *raster) FillString(f font.Face, pt vg.Point, text string) {
	face, known := r.faces[f.Font]
	if !known {
		var err error
		face, err = opentype.NewFace(f.Face, &opentype.FaceOptions{Size: float64(f.Font.Size), DPI: dotsPerInch, Hinting: xfont.HintingNone})
		if err != nil {
			return // the fonts are the program's own, and no size fails
		}
		r.faces[f.Font] = face
	}
	at := r.dot(pt)
	d := xfont.Drawer{Dst: r.pixels, Src: image.NewUniform(r.colour), Face: face}
	d.Dot = fixed.Point26_6{X: fixed.Int26_6(at.x * 64), Y: fixed.Int26_6(at.y * 64)}
	d.DrawString(text)
}
