package scaffold

import (
	"path"
	"strings"

	"apr/internal/folder"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/templates"
)

// pictureLink is a picture in a text, by its path.
var pictureLink = lazyregexp.Lazy(`!\[[^\]]*\]\(\s*<?([^)>\s]+)`)

// pictures are the files of last year's project that carried texts show. One
// that isn't there is left for apr check to report.
func (p *values) pictures(made []file) (pictures []file) {
	there := map[string]bool{}
	for _, f := range made {
		there[f.Name] = true
	}
	for _, f := range made {
		if !strings.HasPrefix(f.Name, "narrative/") {
			continue
		}
		for _, link := range pictureLink().FindAllSubmatch(f.Data, -1) {
			name, err := folder.LocalPath(string(link[1]))
			if err != nil || there[name] || !isPicture(name) {
				continue
			}
			if data, err := p.From.ReadInput(name); err == nil {
				there[name] = true
				pictures = append(pictures, file{Name: name, Data: data})
			}
		}
	}
	return pictures
}

// look are the files of last year's brand, its fonts, its tables and its own templates.
func (p *values) look(made []file) (look []file) {
	there := map[string]bool{}
	for _, f := range made {
		there[f.Name] = true
	}
	var files []string
	brand := p.From.Config.Brand
	for _, picture := range []*project.BrandPicture{brand.Logo, brand.CoverPicture} {
		if picture != nil {
			files = append(files, picture.File)
		}
	}
	for _, f := range p.From.Config.Fonts {
		files = append(files, f.File)
	}
	for _, t := range p.From.Config.Tables {
		files = append(files, t.File)
	}
	for _, named := range files {
		name, err := folder.LocalPath(named)
		if err != nil || there[name] {
			continue
		}
		if data, err := p.From.ReadInput(name); err == nil {
			there[name] = true
			look = append(look, file{Name: name, Data: data})
		}
	}
	for _, name := range templates.Names() {
		if text, own := p.From.Templates[name]; own {
			look = append(look, file{Name: path.Join(templates.Folder, name), Data: []byte(text)})
		}
	}
	return look
}

func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg":
		return true
	}
	return false
}
