package project

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"apr/internal/folder"
	"apr/internal/rounds"
	"apr/internal/source"
)

// cachedProject has one input of each kind.
var cachedProject = map[string]string{
	"apr.yaml": `authority: {name: Fife Integration Joint Board, area: Fife}
year: 2023/24
workbook: data/suite_May24.csv
localities: [{name: North}, {name: South}]
finance:
  history: data/history.csv
  ledgers:
    - file: data/ledger.csv
      partner: Fife Council
      columns: {cost_centre: centre, amount: amount}
  rules:
    - when: {cost_centre: "1*"}
      matter: 4(2)(c)
      locality: North
`,
	"data/suite_May24.csv":   "Indicator,Partnership,Year,Rate\nNI12,Fife,2023/24,11000\nNI12,Nowhere,2023/24,12000\n",
	"data/ledger.csv":        "centre,amount\n101,12.50\n201,7.25\n",
	"data/history.csv":       "year,measure,dimension,item,amount\n2022/23,spend,total,,100.00\n",
	"narrative/opening.yaml": "foreword: It was the best of years.\n",
}

// openings is a project folder that counts how often each file is opened.
type openings struct {
	fs.FS
	mu sync.Mutex
	of map[string]int
}

func (o *openings) Open(name string) (fs.File, error) {
	o.mu.Lock()
	o.of[name]++
	o.mu.Unlock()
	return o.FS.Open(name)
}

func (o *openings) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.FS, name) }

// cached is a project that is loaded with a cache.
type cached struct {
	*testing.T
	dir    string
	cache  *Cache
	folder *openings
}

func newCached(t *testing.T) *cached {
	t.Helper()
	c := &cached{T: t, dir: filepath.Join(t.TempDir(), "project"), cache: NewCache()}
	for name, content := range cachedProject {
		c.write(name, content)
	}
	c.folder = &openings{FS: os.DirFS(c.dir), of: map[string]int{}}
	return c
}

func (c *cached) write(name, content string) {
	c.Helper()
	path := filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		c.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		c.Fatal(err)
	}
}

func (c *cached) tryLoad() (*Project, error) {
	clear(c.folder.of)
	return Load(context.Background(), Options{Dir: c.dir, FS: c.folder, Cache: c.cache})
}

// load loads the project, and asks that a load without a cache gives the same.
func (c *cached) load() *Project {
	c.Helper()
	r, err := c.tryLoad()
	if err != nil {
		c.Fatal(err)
	}
	plain, err := Load(context.Background(), Options{Dir: c.dir, FS: os.DirFS(c.dir)})
	if err != nil {
		c.Fatal(err)
	}
	for _, part := range []struct {
		name        string
		with, plain any
	}{
		{"workbook", r.Workbook, plain.Workbook},
		{"indicators", r.Indicators, plain.Indicators},
		{"account", r.Account, plain.Account},
		{"narrative", r.Narrative, plain.Narrative},
		{"inputs", r.Inputs(), plain.Inputs()},
		{"problems", r.Problems, plain.Problems},
	} {
		if !reflect.DeepEqual(part.with, part.plain) {
			c.Errorf("%s differs from that of a load without a cache", part.name)
		}
	}
	return r
}

// edit replaces text in a file and leaves its size and time of modification.
func (c *cached) edit(name, old, new string) {
	c.Helper()
	path := filepath.Join(c.dir, filepath.FromSlash(name))
	info, err := os.Stat(path)
	if err != nil {
		c.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		c.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		c.Fatalf("%s has no %q", name, old)
	}
	if err := os.WriteFile(path, bytes.Replace(data, []byte(old), []byte(new), 1), 0o666); err != nil {
		c.Fatal(err)
	}
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		c.Fatal(err)
	}
}

// settled lets the files look as if they had been left alone for long, so that
// the system's word is taken for them.
func (c *cached) settled() {
	c.cache.hashes.Now = func() time.Time { return time.Now().Add(time.Hour) }
}

func TestCacheReadsNothingAgainAfterAnEditOfTheNarrative(t *testing.T) {
	c := newCached(t)
	c.settled()
	first := c.load()
	c.edit("narrative/opening.yaml", "best", "BEST")
	c.load() // which hashes what the first has read
	c.edit("narrative/opening.yaml", "BEST", "best")
	r := c.load()
	if r.Workbook != first.Workbook || r.Account != first.Account {
		t.Error("the workbook or the account was read again")
	}
	if c.folder.of["narrative/opening.yaml"] == 0 {
		t.Error("the narrative wasn't opened")
	}
	info, err := os.Stat(filepath.Join(c.dir, "data", "ledger.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if _, known := folder.Identify(info); !known {
		t.Skip("whether files are opened isn't tested: the system doesn't tell when a file was changed")
	}
	for _, name := range []string{"data/suite_May24.csv", "data/ledger.csv", "data/history.csv"} {
		if n := c.folder.of[name]; n > 0 {
			t.Errorf("%s was opened %d times", name, n)
		}
	}
}

// TestCacheIsNeverStale changes each kind of input without changing its size or
// its time of modification: at once after it was read, and long after.
func TestCacheIsNeverStale(t *testing.T) {
	for _, when := range rounds.Few(t, []string{"at once", "long after"}) {
		t.Run(when, func(t *testing.T) {
			c := newCached(t)
			if when == "long after" {
				c.settled()
			}
			for range 3 {
				c.load()
			}
			for _, edit := range []struct{ name, old, new string }{
				{"data/ledger.csv", "12.50", "12.60"},
				{"data/history.csv", "100.00", "100.01"},
				{"data/suite_May24.csv", "11000", "11001"},
				{"apr.yaml", "locality: North", "locality: South"},
				{"narrative/opening.yaml", "best", "last"},
			} {
				before := c.load()
				if when == "long after" {
					time.Sleep(20 * time.Millisecond) // more than a step of change times, since the cache's clock is ahead
				}
				c.edit(edit.name, edit.old, edit.new)
				after := c.load()
				if reflect.DeepEqual(before.Inputs(), after.Inputs()) {
					t.Errorf("%s: an edit goes unnoticed", edit.name)
				}
				if when == "long after" {
					time.Sleep(20 * time.Millisecond)
				}
				c.edit(edit.name, edit.new, edit.old)
				if again := c.load(); !reflect.DeepEqual(again.Account, before.Account) || !reflect.DeepEqual(again.Workbook, before.Workbook) {
					t.Errorf("%s: undoing an edit doesn't bring back what was", edit.name)
				}
			}
		})
	}
}

// TestCacheOfAFileThatComesAndGoes removes each input and puts it back.
func TestCacheOfAFileThatComesAndGoes(t *testing.T) {
	for _, name := range []string{"data/ledger.csv", "data/history.csv", "data/suite_May24.csv"} {
		c := newCached(t)
		first := c.load()
		if err := os.Remove(filepath.Join(c.dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
		var input *source.InputError
		if _, err := c.tryLoad(); !errors.As(err, &input) || !strings.Contains(input.Error(), "doesn't exist") {
			t.Errorf("%s is gone: %v", name, err)
		}
		c.write(name, cachedProject[name])
		if r := c.load(); r.Workbook != first.Workbook || !reflect.DeepEqual(r.Account, first.Account) {
			t.Errorf("%s is back, and gives something else", name)
		}
	}
}

// TestCacheSeesAFolderOfTablesGrow adds a file to a workbook that is a folder.
func TestCacheSeesAFolderOfTablesGrow(t *testing.T) {
	c := newCached(t)
	c.edit("apr.yaml", "data/suite_May24.csv", "suite")
	observations := func() int { return len(c.load().Workbook.Observations) }
	const head = "Indicator,Partnership,Year,Rate\n"
	c.write("suite/a.csv", head+"NI12,Fife,2023/24,11000\n")
	if n := observations(); n != 1 {
		t.Errorf("%d observations in one file", n)
	}
	c.write("suite/b.csv", head+"NI13,Fife,2023/24,12000\n")
	if n := observations(); n != 2 {
		t.Errorf("%d observations in two files", n)
	}
	if err := os.Remove(filepath.Join(c.dir, "suite", "a.csv")); err != nil {
		t.Fatal(err)
	}
	if n := observations(); n != 1 {
		t.Errorf("%d observations after one is gone", n)
	}
}

// TestCacheReadsASharedWorkbookOnce loads projects side by side, of which some
// keep their copy of the workbook in another folder.
func TestCacheReadsASharedWorkbookOnce(t *testing.T) {
	cache := NewCache()
	var projects []*cached
	for i := range 8 {
		c := newCached(t)
		c.cache = cache
		if i%2 > 0 {
			c.edit("apr.yaml", "data/suite", "wb/suite")
			c.write("wb/suite_May24.csv", cachedProject["data/suite_May24.csv"])
		}
		projects = append(projects, c)
	}
	reports := make([]*Project, len(projects))
	var group sync.WaitGroup
	for i, c := range projects {
		group.Go(func() { reports[i], _ = c.tryLoad() })
	}
	group.Wait()
	for i, c := range projects {
		if reports[i] == nil {
			t.Fatalf("project %d didn't load", i)
		}
		if r := c.load(); !reflect.DeepEqual(r.Workbook, reports[i].Workbook) {
			t.Errorf("project %d has another workbook when it is loaded again", i)
		}
	}
	if len(cache.workbooks) != 1 {
		t.Errorf("the workbook was read %d times", len(cache.workbooks))
	}
}

// TestCacheKeepsAFewWorkbooks bounds what an afternoon of saves may hold.
func TestCacheKeepsAFewWorkbooks(t *testing.T) {
	c := newCached(t)
	for i := range 3 * maxWorkbooks {
		c.write("data/suite_May24.csv", strings.Replace(cachedProject["data/suite_May24.csv"], "11000", strconv.Itoa(11000+i), 1))
		c.load()
	}
	if n := len(c.cache.workbooks); n != maxWorkbooks {
		t.Errorf("%d workbooks are kept; want %d", n, maxWorkbooks)
	}
}
