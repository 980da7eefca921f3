//curfew:models 0

package slices

import (
	"cmp"
	"iter"
)

//curfew:since 1.23
func All[Slice ~[]E, E any](s Slice) iter.Seq2[int, E]

//curfew:runs seq
//curfew:since 1.23
func AppendSeq[Slice ~[]E, E any](s Slice, seq iter.Seq[E]) Slice

//curfew:since 1.23
func Backward[Slice ~[]E, E any](s Slice) iter.Seq2[int, E]

//curfew:since 1.21
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool)

//curfew:runs cmp
//curfew:since 1.21
func BinarySearchFunc[S ~[]E, E any, T any](x S, target T, cmp func(E, T) int) (int, bool)

//curfew:since 1.23
func Chunk[Slice ~[]E, E any](s Slice, n int) iter.Seq[Slice]

//curfew:since 1.21
func Clip[S ~[]E, E any](s S) S

//curfew:since 1.21
func Clone[S ~[]E, E any](s S) S

//curfew:runs seq
//curfew:since 1.23
func Collect[E any](seq iter.Seq[E]) []E

//curfew:since 1.21
func Compact[S ~[]E, E comparable](s S) S

//curfew:runs eq
//curfew:since 1.21
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S

//curfew:since 1.21
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int

//curfew:runs cmp
//curfew:since 1.21
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1 any, E2 any](s1 S1, s2 S2, cmp func(E1, E2) int) int

//curfew:since 1.22
func Concat[S ~[]E, E any](slices ...S) S

//curfew:since 1.21
func Contains[S ~[]E, E comparable](s S, v E) bool

//curfew:runs f
//curfew:since 1.21
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool

//curfew:since 1.21
func Delete[S ~[]E, E any](s S, i, j int) S

//curfew:runs del
//curfew:since 1.21
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S

//curfew:since 1.21
func Equal[S ~[]E, E comparable](s1, s2 S) bool

//curfew:runs eq
//curfew:since 1.21
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1 any, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool

//curfew:since 1.21
func Grow[S ~[]E, E any](s S, n int) S

//curfew:since 1.21
func Index[S ~[]E, E comparable](s S, v E) int

//curfew:runs f
//curfew:since 1.21
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int

//curfew:since 1.21
func Insert[S ~[]E, E any](s S, i int, v ...E) S

//curfew:since 1.21
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool

//curfew:runs cmp
//curfew:since 1.21
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) bool

//curfew:since 1.21
func Max[S ~[]E, E cmp.Ordered](x S) E

//curfew:runs cmp
//curfew:since 1.21
func MaxFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) E

//curfew:since 1.21
func Min[S ~[]E, E cmp.Ordered](x S) E

//curfew:runs cmp
//curfew:since 1.21
func MinFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) E

//curfew:since 1.23
func Repeat[S ~[]E, E any](x S, count int) S

//curfew:since 1.21
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S

//curfew:since 1.21
func Reverse[S ~[]E, E any](s S)

//curfew:since 1.21
func Sort[S ~[]E, E cmp.Ordered](x S)

//curfew:runs cmp
//curfew:since 1.21
func SortFunc[S ~[]E, E any](x S, cmp func(a E, b E) int)

//curfew:runs cmp
//curfew:since 1.21
func SortStableFunc[S ~[]E, E any](x S, cmp func(a E, b E) int)

//curfew:runs seq
//curfew:since 1.23
func Sorted[E cmp.Ordered](seq iter.Seq[E]) []E

//curfew:runs seq
//curfew:runs cmp
//curfew:since 1.23
func SortedFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E

//curfew:runs seq
//curfew:runs cmp
//curfew:since 1.23
func SortedStableFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E

//curfew:since 1.23
func Values[Slice ~[]E, E any](s Slice) iter.Seq[E]
