package p

var a int = 
const b int
type
type C struct {
	x int y int
	(D)
	*(E)
	func
}
func (g) h(a int, string, b) {}
func i(a ...int, b int) (...int) {}
func j[]() {}
func k[T]() {}
x := 1
import "late"
func l()
{
}
type M interface { m[T any]() }
type N func[T any]()

var after = 1
