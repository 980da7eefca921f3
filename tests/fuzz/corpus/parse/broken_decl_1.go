package p

}
func (g) h(a int, string, b) {}
func i(a ...int, b int) (...int) {}
func j[]() {}
func k[T]() {}
x := 1
import "late"
func l()
