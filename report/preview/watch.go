package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long after the last sign of a save the build begins: editors
// write a file in several steps.
const settle = 25 * time.Millisecond

// absent is how often a project folder that is gone is looked for.
const absent = 500 * time.Millisecond

// notWatched are folders that hold no inputs and change all the time.
var notWatched = []string{".git", ".hg", ".jj", ".svn", "node_modules"}

// watcher notices changes anywhere in a project folder. It watches folders and
// not files, because editors put a new file in the place of the old one.
type watcher struct {
	dir     string
	notify  *fsnotify.Watcher
	folders []folder
}

// folder is a folder that is watched; another may come to have its name.
type folder struct {
	path string
	info fs.FileInfo
}

func newWatcher(dir string) (*watcher, error) {
	w := &watcher{dir: dir}
	if err := w.watch(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return w, nil
}

// watch begins to watch the folders that there are now.
func (w *watcher) watch() error {
	found, err := foldersOf(w.dir)
	if err != nil {
		w.close()
		return err
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching %s: %w", w.dir, err)
	}
	for _, f := range found {
		if err := notify.Add(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return errors.Join(fmt.Errorf("watching %s: %w", f.path, err), notify.Close())
		}
	}
	w.close()
	w.notify, w.folders = notify, found
	return nil
}

func (w *watcher) close() {
	if w.notify != nil {
		_ = w.notify.Close() // nothing is lost with it
		w.notify, w.folders = nil, nil
	}
}

// foldersOf are a folder and all below it.
func foldersOf(dir string) ([]folder, error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", dir, err)
	}
	var found []folder
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil && path == root {
			return err
		}
		if err != nil || !e.IsDir() {
			return nil // gone since its folder was listed, or not to be read
		}
		if path != root && slices.Contains(notWatched, e.Name()) {
			return fs.SkipDir
		}
		info, err := e.Info()
		if err != nil {
			return nil
		}
		found = append(found, folder{path, info})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", dir, err)
	}
	return found, nil
}

// moved reports whether the folders are no longer those that are watched.
func (w *watcher) moved() bool {
	found, err := foldersOf(w.dir)
	return err != nil || !slices.EqualFunc(found, w.folders, func(a, b folder) bool {
		return a.path == b.path && os.SameFile(a.info, b.info)
	})
}

// run calls changed after each change, until the context ends or serving has
// failed. Nothing that happens while it is being called is lost.
func (w *watcher) run(ctx context.Context, changed func(), failed <-chan error) error {
	soon := time.NewTimer(absent)
	soon.Stop()
	if w.notify == nil {
		soon.Reset(absent)
	}
	restart, pending := false, false
	for {
		var events <-chan fsnotify.Event
		var lost <-chan error
		if w.notify != nil {
			events, lost = w.notify.Events, w.notify.Errors
		}
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return fmt.Errorf("serving the preview: %w", err)
		case e := <-events:
			if e.Op == fsnotify.Chmod {
				continue // which indexers and virus scanners do
			}
			pending = true
			// Watching a folder ends with its old name.
			restart = restart || e.Has(fsnotify.Rename|fsnotify.Remove) && w.watches(e.Name)
			soon.Reset(settle)
		case <-lost: // events that came too fast
			pending, restart = true, true
			soon.Reset(settle)
		case <-soon.C:
			err := w.again(restart)
			restart = false
			if err != nil { // the folder is gone; it may come back
				soon.Reset(absent)
			}
			if pending || err == nil {
				pending = false
				changed()
			}
		}
	}
}

// again watches the folders that there are now, if they aren't those that are
// watched.
func (w *watcher) again(restart bool) error {
	if w.notify != nil && !restart && !w.moved() {
		return nil
	}
	return w.watch()
}

func (w *watcher) watches(path string) bool {
	return slices.ContainsFunc(w.folders, func(f folder) bool { return f.path == path })
}
