// curfew: --level advice
// BuildMill is called: grind is not written in Go, and BuildMill's caller gets nothing that could end it.
package cases

type grain struct{ weight int }

type Mill struct{ hopper chan grain }

func (m *Mill) grind()

func BuildMill() *Mill {
	m := &Mill{hopper: make(chan grain)}
	go m.grind() // want unclosable-constructor[advice] "BuildMill"
	return m
}
