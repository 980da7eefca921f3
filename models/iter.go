//curfew:models 0

// A pulled sequence runs as a coroutine of its own until it is exhausted or its stop function is
// called.
package iter

//curfew:pulls result.1
//curfew:since 1.23
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func())

//curfew:pulls result.1
//curfew:since 1.23
func Pull2[K any, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func())

//curfew:since 1.23
type Seq[V any] func(yield func(V) bool)

//curfew:since 1.23
type Seq2[K any, V any] func(yield func(K, V) bool)
