package table

import (
	"errors"
	"io"
	"testing"
	"testing/fstest"

	"apr/internal/source"
	"apr/internal/table/xlsx"
)

// FuzzOpen opens hostile files as a stream and in memory: what is wrong with them is
// said with a position, rows have places, and nothing goes on for ever.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("Area,Rate\n\"Fife\",1\n"))
	f.Add([]byte("Area;Rate\rFife;1,5\r\r\n"))
	f.Add([]byte("\xff\xfeA\x00r\x00e\x00a\x00;\x00R\x00a\x00t\x00e\x00\r\x00"))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Add([]byte("PK\x05\x06"))
	f.Add([]byte("\xd0\xcf\x11\xe0"))
	f.Add([]byte("Area|Rate\n\x81|\x00\n\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"f": {Data: data}}
		spec := Spec{File: "f", What: "ledger", Columns: map[string]string{"area": "Area", "rate": "Rate"}}
		opened, err := Open(fsys, spec)
		for err == nil {
			if _, err = opened.Records.Next(); err == nil && opened.Records.Position(0).IsZero() {
				t.Error("a record has no place")
			}
		}
		if p := (*source.Problem)(nil); err != io.EOF && (!errors.As(err, &p) || p.Position.IsZero()) {
			t.Errorf("not a problem with a position: %v", err)
		}
		_ = OpenGrids(fsys, GridSpec{File: "f", Limit: 1 << 20}, func(grids []*Grid) error {
			for _, g := range grids {
				err := g.Scan(xlsx.Selection{}, func(r *Row) bool {
					if r.Number < 1 || g.Position(r, 0).IsZero() {
						t.Errorf("row %d has no place", r.Number)
					}
					return true
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}
