package p

func f() {
func external(a int) int
func (r *R) method() {}
func (R) unnamed()   {}
}
