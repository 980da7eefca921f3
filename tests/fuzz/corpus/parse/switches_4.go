package p

func f() {
	case c <- 1:
	case (<-c):
	default:
		return
	}
}
}
