@package p

func a() { var x [1<<62]int; _ = x[:len(x)>>1]; const c = 1e999999 / 3; _ = "\xff" + `` }
type R struct{ R }
type I interface{ I }
var v = w
var w = v
func (R) m() { m() }
