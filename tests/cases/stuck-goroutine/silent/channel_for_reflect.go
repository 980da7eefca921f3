package a

import "reflect"

// Whoever selects over it by reflection is not followed.
func first(words []string) string {
	found := make(chan string)
	cases := []reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(found)}}
	go func() {
		found <- words[0]
	}()
	_, v, _ := reflect.Select(cases)
	return v.String()
}

func First() string { return first([]string{"a"}) }
