package p

{
}
type M interface { m[T any]() }
type N func[T any]()

var after = 1
