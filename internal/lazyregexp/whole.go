package lazyregexp

// These methods are the expression's own: they are called with whole files, or seldom.

func (re *Regexp) String() string { return re.whole().String() }

func (re *Regexp) Split(text string, n int) []string { return re.whole().Split(text, n) }

func (re *Regexp) Match(b []byte) bool { return re.whole().Match(b) }

func (re *Regexp) Find(b []byte) []byte { return re.whole().Find(b) }

func (re *Regexp) FindIndex(b []byte) []int { return re.whole().FindIndex(b) }

func (re *Regexp) FindSubmatch(b []byte) [][]byte { return re.whole().FindSubmatch(b) }

func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.whole().FindSubmatchIndex(b) }

func (re *Regexp) FindAll(b []byte, n int) [][]byte { return re.whole().FindAll(b, n) }

func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	return re.whole().FindAllSubmatch(b, n)
}

func (re *Regexp) ReplaceAll(b, by []byte) []byte { return re.whole().ReplaceAll(b, by) }

func (re *Regexp) ReplaceAllFunc(b []byte, by func([]byte) []byte) []byte {
	return re.whole().ReplaceAllFunc(b, by)
}

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.whole().FindAllIndex(b, n) }

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.whole().FindAllSubmatchIndex(b, n)
}
