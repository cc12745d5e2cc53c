// Package picture says whether a file is a picture that every format of the
// report can hold.
package picture

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the formats that every rendering can carry
	_ "image/png"
)

// maxPixels bounds pictures, which the PDF has uncompressed in memory. A4 at
// 300 dots an inch has 9 million.
const maxPixels = 25_000_000

// Unusable is why a file can't be shown, and what to do.
type Unusable struct{ Message, Hint string }

// Error makes it an error.
func (u *Unusable) Error() string { return u.Message }

// MediaType is image/png or image/jpeg. Its error is an *Unusable that names
// the file.
func MediaType(name string, data []byte) (string, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return "", &Unusable{fmt.Sprintf("%s is not a PNG or JPEG picture", name), "save it as PNG or JPEG"}
	}
	if config.Width > maxPixels/config.Height {
		return "", &Unusable{
			fmt.Sprintf("%s has %d × %d pixels; a picture may have %d million", name, config.Width, config.Height, maxPixels/1_000_000),
			"scale it down: 2,000 pixels across are enough to print",
		}
	}
	return "image/" + format, nil
}
