package preview

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"
)

// own begins the paths of what the preview adds.
const own = "/-apr/"

//go:embed page/preview.js
var script []byte

//go:embed page/preview.css
var style []byte

// policy lets a page load what it has within and what the preview adds, and
// nothing else.
const policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
	"script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// handler serves the preview at an address of this machine.
func (p *preview) handler(address string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		write(w, "text/html; charset=utf-8", p.broadcast.now().page.serve())
	})
	mux.HandleFunc("GET /report.pdf", func(w http.ResponseWriter, _ *http.Request) {
		data, err := p.broadcast.now().page.print()
		if err != nil {
			http.Error(w, fmt.Sprintf("no PDF: %v", err), http.StatusServiceUnavailable)
			return
		}
		w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
		write(w, "application/pdf", data)
	})
	mux.HandleFunc("GET "+own+"preview.js", func(w http.ResponseWriter, _ *http.Request) {
		write(w, "text/javascript; charset=utf-8", script)
	})
	mux.HandleFunc("GET "+own+"preview.css", func(w http.ResponseWriter, _ *http.Request) {
		write(w, "text/css; charset=utf-8", style)
	})
	mux.HandleFunc("GET "+own+"events", p.events)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent) // browsers ask
	})
	return guard(address, mux)
}

func write(w http.ResponseWriter, contentType string, data []byte) {
	w.Header().Set("Content-Type", contentType)
	_, _ = w.Write(data) // the browser may have gone
}

// guard lets only pages of the preview itself ask. A web site can make its own
// name lead to 127.0.0.1, so that a browser takes the report for the site's own
// (DNS rebinding); its requests still name the site as Host.
func guard(address string, next http.Handler) http.Handler {
	hosts := map[string]bool{address: true}
	if _, port, err := net.SplitHostPort(address); err == nil {
		hosts[net.JoinHostPort("localhost", port)] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		switch origin := r.Header.Get("Origin"); {
		case !hosts[r.Host]:
			http.Error(w, "this preview is at http://"+address+"/ and nowhere else", http.StatusMisdirectedRequest)
		case origin != "" && origin != "http://"+r.Host, !fromHere(r):
			http.Error(w, "this preview answers its own pages only", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// fromHere reports whether a request comes from a page of the preview, or from
// somebody who follows a link to it. Browsers say so; other programs needn't.
func fromHere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// heartbeat is how often a silent stream is written to, so that one whose
// browser has gone is noticed.
const heartbeat = 15 * time.Second

// events sends a page, as server-sent events, which version there is and what
// is wrong with the last save: at once, and whenever either changes.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		n, next := p.broadcast.read()
		data, err := json.Marshal(event{n.page.version, n.problems})
		if err != nil {
			return // strings always marshal
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil || out.Flush() != nil {
			return
		}
		if !waitBeating(w, out, r, next) {
			return
		}
	}
}

// event is what is sent to a page.
type event struct {
	Version  string    `json:"version"`
	Problems []problem `json:"problems"`
}

// waitBeating waits for the next notice; it is false when the stream ends.
func waitBeating(w http.ResponseWriter, out *http.ResponseController, r *http.Request, next <-chan struct{}) bool {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		select {
		case <-r.Context().Done():
			return false
		case <-next:
			return true
		case <-beat.C:
			if _, err := fmt.Fprint(w, ": still here\n\n"); err != nil || out.Flush() != nil {
				return false
			}
		}
	}
}
