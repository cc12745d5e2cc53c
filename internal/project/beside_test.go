package project

import (
	"errors"
	"testing"
	"testing/fstest"

	"apr/internal/folder"
	"apr/internal/picture"
)

// A picture that isn't found is named as it lies there.
func TestThePictureThatIsMeant(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"pictures/photo.png", "pictures/Old Mill.jpg", "pictures/café.png", "Photos/ward.jpeg", "pictures/a.png", "pictures/.hidden.png"} {
		files[name] = &fstest.MapFile{}
	}
	r := &Project{folder: folder.New(files, nil, true)}
	for name, want := range map[string]string{
		"pictures/Photo.PNG":        "write pictures/photo.png: capital and small letters are different ones in the names of files",
		"Pictures/photo.png":        "write pictures/photo.png: capital and small letters are different ones in the names of files",
		"pictures/old_mill.jpg":     "did you mean pictures/Old Mill.jpg?",
		"pictures/Old%20Mill.jpg":   "did you mean pictures/Old Mill.jpg?",
		"pictures/cafe\u0301.png":   "did you mean pictures/café.png?",
		"photos/ward.jpg":           "did you mean Photos/ward.jpeg?",
		"pictures/photos.png":       "did you mean pictures/photo.png?",
		"pictures/unlike-any.png":   "",
		"elsewhere/photo.png":       "",
		"pictures/hidden-ward.heic": "",
	} {
		_, err := r.ReadPicture(name)
		got := ""
		if u, ok := errors.AsType[*picture.Unusable](err); ok {
			got = u.Hint
		} else if err == nil {
			t.Errorf("%s exists", name)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
