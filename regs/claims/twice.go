package claims

// said is what a text says of something that another may say again.
type said struct{}

// twice finds one thing that two texts give two values.
func (r *Reading) twice() {}
