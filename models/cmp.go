//curfew:models 0

package cmp

//curfew:since 1.21
func Compare[T Ordered](x, y T) int

//curfew:since 1.21
func Less[T Ordered](x, y T) bool

//curfew:since 1.22
func Or[T comparable](vals ...T) T

//curfew:since 1.21
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64 | ~string
}
