package picture

import (
	"image"
	"image/draw"
)

// scaled is a picture scaled down to a size: each pixel is the mean of the area
// that it covers. It counts in whole numbers, so that every machine gets the same
// bytes, and goes row by row: golang.org/x/image/draw takes 200 MB for a
// telephone's photograph.
func scaled(from image.Image, to image.Point) *image.NRGBA {
	bounds := from.Bounds()
	size := bounds.Size()
	out := image.NewNRGBA(image.Rectangle{Max: to})
	if size == to {
		draw.Draw(out, out.Rect, from, bounds.Min, draw.Src)
		return out
	}
	row := image.NewRGBA(image.Rect(0, 0, size.X, 1))
	narrow, sums := make([]uint64, 4*to.X), make([]uint64, 4*to.X)
	for y := range size.Y {
		draw.Draw(row, row.Rect, from, image.Pt(bounds.Min.X, bounds.Min.Y+y), draw.Src)
		clear(narrow)
		shares(size.X, to.X, func(x, tx, weight int) {
			for c := range 4 {
				narrow[4*tx+c] += uint64(weight) * uint64(row.Pix[4*x+c])
			}
		})
		sharesOf(y, size.Y, to.Y, func(ty, weight int) {
			for i, v := range narrow {
				sums[i] += uint64(weight) * v
			}
			if last := (y+1)*to.Y >= (ty+1)*size.Y; last {
				setRow(out, ty, sums, uint64(size.X)*uint64(size.Y))
				clear(sums)
			}
		})
	}
	return out
}

// shares calls add for each pixel of a line and each that it becomes part of,
// with how much of it. The weights of each pixel of the result add up to from.
func shares(from, to int, add func(at, becomes, weight int)) {
	for at := range from {
		sharesOf(at, from, to, func(becomes, weight int) { add(at, becomes, weight) })
	}
}

// sharesOf are the shares of one pixel, at most two as to isn't more than from.
func sharesOf(at, from, to int, add func(becomes, weight int)) {
	start, end := at*to, (at+1)*to // in parts of a pixel: from of them make one of the result
	first := start / from
	if edge := (first + 1) * from; edge < end {
		add(first, edge-start)
		add(first+1, end-edge)
		return
	}
	add(first, end-start)
}

// setRow sets a row from sums of premultiplied colours, whose weights add up to
// whole.
func setRow(out *image.NRGBA, y int, sums []uint64, whole uint64) {
	for i := 0; i < len(sums); i += 4 {
		pixel := out.Pix[y*out.Stride+i:][:4]
		alpha := sums[i+3]
		if alpha == 0 {
			continue
		}
		for c := range 3 {
			pixel[c] = uint8(min((sums[i+c]*255+alpha/2)/alpha, 255))
		}
		pixel[3] = uint8((alpha + whole/2) / whole)
	}
}
