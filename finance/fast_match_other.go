//go:build !amd64 || purego

package finance

// markStrides leaves all there is to the portable way.
func (x *index) markStrides([]byte, int, int) bool { return false }

func plainStrides(src []byte) int { return plainEights(src) }
