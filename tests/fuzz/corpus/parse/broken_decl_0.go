package p

var a int = 
const b int
type
type C struct {
	x int y int
	(D)
	*(E)
	func
