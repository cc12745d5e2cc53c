package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestPreview runs apr preview as its users do, with a browser that notes what
// it is to open, until it is interrupted.
func TestPreview(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("browsers are opened in another way here")
	}
	bin := t.TempDir()
	opened := filepath.Join(bin, "opened")
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\necho \"$@\" > "+opened+".new && mv "+opened+".new "+opened+"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	dir := filepath.Join(t.TempDir(), "project")
	if err := os.CopyFS(dir, os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil { // of a build of the example in place
		t.Fatal(err)
	}
	out, stdout := io.Pipe()
	e := quiet()
	e.stdout = stdout
	ctx, interrupt := context.WithCancel(t.Context())
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"preview", dir, "--open", "--date", "2026-07-19"}, e)
		stdout.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address, rest, _ := strings.Cut(line, " ")
	if !strings.HasPrefix(address, "http://127.0.0.1:") || rest != "shows "+dir+"; Ctrl-C ends it\n" {
		t.Errorf("it says %q", line)
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || !strings.Contains(string(page), "Carrickmoor") {
		t.Errorf("%v; the page has %d bytes", err, len(page))
	}
	for late := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		data, err := os.ReadFile(opened)
		if err == nil {
			if string(data) != address+"\n" {
				t.Errorf("the browser is to open %q", data)
			}
			break
		}
		if time.Now().After(late) {
			t.Fatal("no browser is opened")
		}
	}
	interrupt()
	if got := <-code; got != exitOK {
		t.Errorf("exit code %d", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("something was written")
	}
}

func TestPreviewOfNoPort(t *testing.T) {
	for args, want := range map[string]int{
		"preview --port 65536":     exitUsage,
		"preview --port -1":        exitUsage,
		"preview one two":          exitUsage,
		"preview nowhere --port 0": exitInput,
		// A project that isn't there may come, when its folder is.
		"preview --port 0 " + t.TempDir(): exitOK,
	} {
		ctx, interrupt := context.WithTimeout(t.Context(), 200*time.Millisecond)
		if got := run(ctx, strings.Fields(args), quiet()); got != want {
			t.Errorf("%s: exit code %d; want %d", args, got, want)
		}
		interrupt()
	}
}
