//go:build !amd64 || purego

package finance

func matchStrides(text []byte, found []match, separators uint64) {
	matchWords(text, found, separators)
}
