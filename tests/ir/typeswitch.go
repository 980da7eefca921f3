package p

import "io"

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		_ = v
		return "int"
	case io.Reader:
		v.Read(nil)
	case func() error:
		_ = v()
	default:
		_ = v
	}
	switch x.(type) {
	case string:
		return "string"
	}
	return ""
}
