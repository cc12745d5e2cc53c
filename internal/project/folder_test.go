package project

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"
)

// A folder of CSV files stands for the workbook; every file of it is an input
// of its own, with its hash.
func TestWorkbookMayBeAFolder(t *testing.T) {
	const heads = "Year,Partnership,Indicator,Rate\n"
	r, err := Load(context.Background(), Options{FS: fstest.MapFS{
		"apr.yaml":         {Data: []byte("authority: {name: Fife}\nyear: 2024/25\nworkbook: data/phs/\n")},
		"data/phs/a.csv":   {Data: []byte(heads + "2024/25,Fife,NI19,820\n")},
		"data/phs/b.csv":   {Data: []byte(heads + "2023/24,Fife,NI19,812\n")},
		"data/phs/old.txt": {Data: []byte("not read")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if s := r.Indicators.ByID("NI19"); s.Newest() == nil || *s.Newest().Value != 820 || s.FromPrevious == nil {
		t.Errorf("NI19: %+v; want the values of both files", s)
	}
	var files []string
	for _, i := range r.Inputs() {
		files = append(files, i.File)
		if len(i.SHA256) != 64 || i.Size == 0 {
			t.Errorf("%+v lacks its size or hash", i)
		}
	}
	if want := []string{"apr.yaml", "data/phs/a.csv", "data/phs/b.csv"}; !slices.Equal(files, want) {
		t.Errorf("inputs %q; want %q", files, want)
	}
}
