package picture

import "image"

// turned is a picture set upright.
func turned(from *image.NRGBA, turn int) *image.NRGBA {
	if turn == 1 {
		return from
	}
	size := from.Rect.Size()
	w, h := size.X, size.Y
	if turn >= 5 {
		size = image.Pt(h, w)
	}
	to := image.NewNRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			fx, fy := x, y // the pixel of from that comes to x, y
			switch turn {
			case 2:
				fx = w - 1 - x
			case 3:
				fx, fy = w-1-x, h-1-y
			case 4:
				fy = h - 1 - y
			case 5:
				fx, fy = y, x
			case 6:
				fx, fy = y, h-1-x
			case 7:
				fx, fy = w-1-y, h-1-x
			case 8:
				fx, fy = w-1-y, x
			}
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(fx, fy):][:4])
		}
	}
	return to
}
