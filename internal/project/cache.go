package project

import (
	"context"
	"path"
	"reflect"
	"slices"
	"sync"

	"apr/finance"
	"apr/finance/account"
	"apr/indicators"
	"apr/indicators/workbook"
	"apr/internal/folder"
	"apr/internal/picture"
)

// Cache keeps workbooks, accounts and pictures between loads: of the same project, where
// only the narrative has changed, or of several that share a workbook. It is in
// memory only and safe for concurrent use.
//
// What it keeps is valid only for the bytes that it was made from. Before
// it is used again each file that was read is compared by its SHA-256; the
// hash isn't computed again only where the system vouches that the file hasn't
// changed since. See identity.
type Cache struct {
	hashes    *folder.Hashes
	pictures  *picture.Cache
	mu        sync.Mutex
	workbooks []*keptWorkbook        // the least recently used first
	accounts  []*keptAccount         // as the workbooks
	reading   map[string]*sync.Mutex // by workbook
}

// NewCache is an empty cache.
func NewCache() *Cache {
	return &Cache{hashes: folder.NewHashes(), pictures: picture.NewCache(), reading: map[string]*sync.Mutex{}}
}

// maxWorkbooks is how many workbooks are kept: one has some megabytes. Reports
// of a year share one, or a few.
const maxWorkbooks = 4

// maxAccounts is how many accounts are kept: those of projects that are loaded by turns,
// and of a project before and after a change that may be taken back.
const maxAccounts = 4

// keptWorkbook is a workbook with what decides it: the areas that it was read
// for in addition to those that indicators knows, and what was seen of the files.
type keptWorkbook struct {
	areas        []string
	dependencies []folder.Dependency
	workbook     *indicators.Workbook
}

// keptAccount is an account with its specification and what was seen of the
// files.
type keptAccount struct {
	spec         finance.Spec
	dependencies []folder.Dependency
	account      *finance.Account
}

// keptPictures are those of a cache; a nil cache keeps none.
func (c *Cache) keptPictures() *picture.Cache {
	if c == nil {
		return nil
	}
	return c.pictures
}

// workbook reads a workbook, or gives one that was read from the same bytes. A
// nil cache keeps nothing.
func (c *Cache) workbook(in *folder.Folder, name string, areas []string) (*indicators.Workbook, error) {
	if c == nil {
		return workbook.Read(in, name, areas...)
	}
	// Two projects that want the same workbook at once don't both read it.
	defer c.alone(in, name)()
	areas = slices.DeleteFunc(slices.Clone(areas), func(a string) bool {
		_, known, ignored := indicators.CanonicalArea(a)
		return known || ignored // which make no difference to the reading
	})
	if w := c.keptWorkbook(in, name, areas); w != nil {
		return w.At(name), nil
	}
	watch := folder.Track(in, name)
	w, err := workbook.Read(watch, name, areas...)
	if err != nil {
		return nil, err
	}
	if seen, whole := watch.Dependencies(); whole {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.workbooks = append(c.workbooks, &keptWorkbook{areas: areas, dependencies: seen, workbook: w})
		if n := len(c.workbooks) - maxWorkbooks; n > 0 {
			c.workbooks = slices.Delete(c.workbooks, 0, n)
		}
	}
	return w, nil
}

// alone waits until nobody else reads the workbook, wherever a copy of it
// is; the function that it returns lets the next go on.
func (c *Cache) alone(in *folder.Folder, name string) (done func()) {
	key := "folder " + name
	if input, err := in.Sum(name); err == nil {
		key = input.SHA256
	}
	c.mu.Lock()
	m := c.reading[key]
	if m == nil {
		m = &sync.Mutex{}
		c.reading[key] = m
	}
	c.mu.Unlock()
	m.Lock()
	return m.Unlock
}

// keptWorkbook is a workbook that would be read again from the same bytes, or
// nil. A file's name may say the release, so the name has to be the same.
func (c *Cache) keptWorkbook(in *folder.Folder, name string, areas []string) *indicators.Workbook {
	c.mu.Lock()
	kept := slices.Clone(c.workbooks)
	c.mu.Unlock()
	for _, k := range slices.Backward(kept) {
		if path.Base(k.workbook.File) != path.Base(name) || !slices.Equal(k.areas, areas) || !in.Unchanged(name, k.dependencies) {
			continue
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		if i := slices.Index(c.workbooks, k); i >= 0 {
			c.workbooks = append(slices.Delete(c.workbooks, i, i+1), k)
		}
		return k.workbook
	}
	return nil
}

// account adds up a project's account, or gives one that was added up of
// the same bytes by the same specification. A nil cache keeps nothing.
func (c *Cache) account(ctx context.Context, in *folder.Folder, spec finance.Spec) (*finance.Account, error) {
	if c == nil {
		return account.Compute(ctx, in, spec)
	}
	if kept := c.keptAccount(in, spec); kept != nil {
		return kept, nil
	}
	watch := folder.Track(in, "")
	account, err := account.Compute(ctx, watch, spec)
	if err != nil {
		return nil, err
	}
	if seen, whole := watch.Dependencies(); whole {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.accounts = append(c.accounts, &keptAccount{spec: spec, dependencies: seen, account: account})
		if n := len(c.accounts) - maxAccounts; n > 0 {
			c.accounts = slices.Delete(c.accounts, 0, n)
		}
	}
	return account, nil
}

// keptAccount is an account that would be added up again from the same bytes by the same
// specification, or nil.
func (c *Cache) keptAccount(in *folder.Folder, spec finance.Spec) *finance.Account {
	c.mu.Lock()
	kept := slices.Clone(c.accounts)
	c.mu.Unlock()
	for _, k := range slices.Backward(kept) {
		if !reflect.DeepEqual(k.spec, spec) || !in.Unchanged("", k.dependencies) {
			continue
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		if i := slices.Index(c.accounts, k); i >= 0 {
			c.accounts = append(slices.Delete(c.accounts, i, i+1), k)
		}
		return k.account
	}
	return nil
}
