package p

func endless(c chan int) {
	for {
		<-c
	}
}

func always() {
	for true {
	}
}

func nested(n int) {
	for i := 0; i < n; i++ {
		for j := range i {
			for {
				if j > 2 {
					break
				}
			}
		}
	}
}
