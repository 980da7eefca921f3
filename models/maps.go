//curfew:models 0

package maps

import (
	"iter"
)

//curfew:since 1.23
func All[Map ~map[K]V, K comparable, V any](m Map) iter.Seq2[K, V]

//curfew:since 1.21
func Clone[M ~map[K]V, K comparable, V any](m M) M

//curfew:runs seq
//curfew:since 1.23
func Collect[K comparable, V any](seq iter.Seq2[K, V]) map[K]V

//curfew:since 1.21
func Copy[M1 ~map[K]V, M2 ~map[K]V, K comparable, V any](dst M1, src M2)

//curfew:runs del
//curfew:since 1.21
func DeleteFunc[M ~map[K]V, K comparable, V any](m M, del func(K, V) bool)

//curfew:since 1.21
func Equal[M1 ~map[K]V, M2 ~map[K]V, K comparable, V comparable](m1 M1, m2 M2) bool

//curfew:runs eq
//curfew:since 1.21
func EqualFunc[M1 ~map[K]V1, M2 ~map[K]V2, K comparable, V1 any, V2 any](m1 M1, m2 M2, eq func(V1, V2) bool) bool

//curfew:runs seq
//curfew:since 1.23
func Insert[Map ~map[K]V, K comparable, V any](m Map, seq iter.Seq2[K, V])

//curfew:since 1.23
func Keys[Map ~map[K]V, K comparable, V any](m Map) iter.Seq[K]

//curfew:since 1.23
func Values[Map ~map[K]V, K comparable, V any](m Map) iter.Seq[V]
