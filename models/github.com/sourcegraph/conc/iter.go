//curfew:models 0

// Written from v0.3.0.
package iter

//curfew:runs f joined
func ForEachIdx[T any](input []T, f func(int, *T))

//curfew:runs f joined
func ForEach[T any](input []T, f func(*T))

//curfew:runs f joined
func MapErr[T, R any](input []T, f func(*T) (R, error)) ([]R, error)

//curfew:runs f joined
func Map[T, R any](input []T, f func(*T) R) []R
