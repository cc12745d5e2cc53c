package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"apr/internal/contrast"
	"apr/internal/folder"
	"apr/internal/picture"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Brand is how the authority's reports look and by what name the public knows
// it.
type Brand struct {
	Name         string          `yaml:"name,omitempty" jsonschema:"description=The name that the public knows such as that of the partnership; printed on the cover above the authority's"`
	Logo         *BrandPicture   `yaml:"logo,omitempty" jsonschema:"description=The logo; it is on white at the head of the cover"`
	Colour       string          `yaml:"colour,omitempty" jsonschema:"description=Headings; links; the cover's ground with white text on it. A colour such as #002d54 that has a contrast of 4.5:1 with white and with the boxes' pale grey"`
	Accent       string          `yaml:"accent,omitempty" jsonschema:"description=Lines and edges. A colour such as #1f7a74 that has a contrast of 3:1 with white; colour when absent"`
	CoverPicture *BrandPicture   `yaml:"cover_picture,omitempty" jsonschema:"description=A picture on the cover below the title"`
	Position     source.Position `yaml:"-"`
}

// BrandPicture is a picture of the brand. What it shows is in Alt, unless it
// is decorative: then it says nothing that the report doesn't.
type BrandPicture struct {
	File       string          `yaml:"file" jsonschema:"required,description=A PNG or JPEG file from the project folder"`
	Alt        string          `yaml:"alt,omitempty" jsonschema:"description=What it shows for those who cannot see it; of a logo the words in it"`
	Decorative bool            `yaml:"decorative,omitempty" jsonschema:"description=True for a cover picture that says nothing; screen readers pass over it"`
	Position   source.Position `yaml:"-"`

	// MediaType and Data are of the file's picture as it is shown; they are filled
	// in on loading.
	MediaType string `yaml:"-"`
	Data      []byte `yaml:"-"`
}

// OtherLanguage says where the report is in another language, to those who read that.
type OtherLanguage struct {
	Language string          `yaml:"language" jsonschema:"required,description=The language's tag (BCP 47) such as gd or pl"`
	Text     string          `yaml:"text" jsonschema:"required,description=What to do in that language; such as: Tha an aithisg seo ri faotainn sa Ghàidhlig"`
	URL      string          `yaml:"url,omitempty" jsonschema:"description=Where the report is in that language"`
	Position source.Position `yaml:"-"`
}

// brand checks what apr.yaml says of the brand and of other languages.
func (c *configChecker) brand() {
	b := &c.config.Brand
	c.colour("brand.colour", b.Colour)
	c.colour("brand.accent", b.Accent)
	c.brandPicture("brand.logo", b.Logo)
	c.brandPicture("brand.cover_picture", b.CoverPicture)
	if b.Logo != nil && b.Logo.Decorative {
		c.add("missing-alt", "brand.logo.decorative", "delete decorative, and write alt: the words in the logo, or whose it is",
			"a logo says whose report it is, and so it isn't decorative")
	}
	for i := range c.config.Authority.Languages {
		l := &c.config.Authority.Languages[i]
		path := yamlpos.Item("authority.languages", i)
		c.language(path+".language", &l.Language)
		c.url(path+".url", l.URL)
	}
}

// label checks that the protective marking fits the head of a page.
func (c *configChecker) label() {
	const most = 60 // characters
	written := strings.TrimSpace(c.config.Label)
	if n := utf8.RuneCountInString(written); n > most || strings.ContainsAny(written, "\n\r") {
		c.add("malformed-label", "label", "write the marking alone, such as OFFICIAL or OFFICIAL-SENSITIVE",
			"label: %d characters; expected one line of %d at most, for it is at the head and the foot of each page", n, most)
	}
}

// colour checks how a colour is written. Without quotes it is a remark in YAML.
func (c *configChecker) colour(path, written string) {
	if _, there := c.config.positions[path]; there && written == "" {
		c.add("missing-value", path, `write it in quotes, such as "#002d54": without them # begins a remark`, "%s has no value", yamlpos.Label(path))
	}
	if _, ok := contrast.Parse(written); !ok && written != "" {
		hint := "write the hexadecimal digits of red, green and blue after #, in quotes"
		if _, ok := contrast.Parse("#" + written); ok {
			hint = fmt.Sprintf(`write "#%s"`, written)
		}
		c.add("malformed-colour", path, hint, "%s: %q is not a colour; expected #rrggbb such as #002d54", yamlpos.Label(path), written)
	}
}

// brandPicture checks that a picture has either words or none on purpose.
func (c *configChecker) brandPicture(path string, p *BrandPicture) {
	if p == nil {
		return
	}
	c.path(path+".file", p.File)
	switch {
	case p.Alt != "" && p.Decorative:
		c.add("missing-alt", path+".decorative", "delete alt or decorative", "a decorative picture has no alt, for nobody would hear it")
	case strings.TrimSpace(p.Alt) == "" && !p.Decorative:
		c.add("missing-alt", path, "write alt: what the picture shows, or decorative: true if it says nothing",
			"%s has no description for those who can't see it", yamlpos.Label(path))
	}
}

// brand reads the brand's pictures.
func (l *loader) brand(_ context.Context, s *stage) error {
	p := l.project.Config
	if l.broken["brand"] {
		return nil
	}
	return errors.Join(
		l.brandPicture("brand.logo.file", p.Brand.Logo, picture.OfLogo, s),
		l.brandPicture("brand.cover_picture.file", p.Brand.CoverPicture, picture.OfCover, s),
	)
}

func (l *loader) brandPicture(path string, read *BrandPicture, most picture.Size, s *stage) error {
	if read == nil {
		return nil
	}
	at := l.project.Config.PositionOf(path)
	file, _ := folder.LocalPath(read.File) // checked with apr.yaml
	data, err := l.folder.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		s.fatal.Add(missingFile(l.folder, "picture", file, at))
		return nil
	}
	if err != nil {
		s.fatal.Add(&source.Problem{Code: "picture", Position: at, Message: fmt.Sprintf("the picture %s can't be read: %v", file, err)})
		return nil
	}
	shown, err := l.cache.keptPictures().Read(file, data, most)
	if unusable, ok := errors.AsType[*picture.Unusable](err); ok {
		s.fatal.Add(&source.Problem{Code: "picture", Position: at, Message: unusable.Message, Hint: unusable.Hint})
		return nil
	}
	read.MediaType, read.Data = shown.MediaType, shown.Data
	return err
}
