package verify

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
	"apr/report/compose"
	"apr/report/render"
)

// projectAbove is the nearest folder at or above the page's with an apr.yaml. It is
// "" where there is none.
func projectAbove(page string) string {
	dir := filepath.Dir(page)
	for {
		if _, err := os.Stat(filepath.Join(dir, project.ConfigFile)); err == nil {
			return dir
		}
		whole, err := filepath.Abs(dir)
		if err != nil || filepath.Dir(whole) == whole {
			return ""
		}
		if dir == "." || filepath.Base(dir) == ".." {
			dir = filepath.Join("..", dir)
		} else {
			dir = filepath.Dir(dir)
		}
	}
}

// readManifest reads the manifest that apr build put next to a page: of its own
// name for the report of a level, or where the state is in the name.
func readManifest(page string) (name string, data []byte, err error) {
	read := func(manifest string) (string, []byte, error) {
		name := filepath.Join(filepath.Dir(page), manifest)
		data, err := readBounded(name)
		return name, data, err
	}
	stem := stemOf(page)
	if stem == render.DefaultName {
		return read(render.ManifestName)
	}
	name, data, err = read(stem + "-" + render.ManifestName)
	if errors.Is(err, fs.ErrNotExist) && levelOf(page) == "" {
		return read(render.ManifestName) // the page was given a name of its own
	}
	return name, data, err
}

func stemOf(page string) string {
	return strings.TrimSuffix(filepath.Base(page), filepath.Ext(page))
}

// levelOf is the level that a page reports for, by the name that apr build gives
// it, or "" for the annual report.
func levelOf(page string) measures.Level {
	stem := stemOf(page)
	for _, s := range []project.State{project.Draft, project.Provisional, project.Final} {
		stem = strings.TrimSuffix(stem, "-"+string(s))
	}
	if slices.Contains(compose.Levels(), stem) {
		return measures.Level(stem)
	}
	return ""
}

// readPage reads the page, which is named on the command line.
func readPage(name string) ([]byte, error) {
	data, err := readBounded(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &source.InputError{Problems: []*source.Problem{{Code: "missing-file", Position: source.Position{File: filepath.ToSlash(name)},
			Message: "there is no such file", Hint: "name the report.html, report.pdf or report.docx that apr build wrote"}}}
	}
	return data, err
}

// readBounded reads a file that isn't larger than a page can be.
func readBounded(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", name)
	}
	if info.Size() > maxPage {
		return nil, fmt.Errorf("%s has %d MB; a report has at most %d MB", name, info.Size()>>20, maxPage>>20)
	}
	return os.ReadFile(name)
}
